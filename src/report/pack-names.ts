import type { LanguageNames } from '../config/schema/names.ts';
import type { Government } from '../model/government.ts';
import { wordFor } from './messages.ts';

/** A thing of the pack that has an id and is named in the pack's own language. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * What the places, indicators and tiers of a pack are called in one language. A name without a
 * translation stays in the pack's language, except that a government is then named by its Latin
 * spelling in the registry.
 */
export class LocalNames {
  readonly #names: LanguageNames | null;
  readonly #codes: ReadonlyMap<string, ReadonlySet<string>>;

  /**
   * @param names of the language; null: the pack's own
   * @param governments among which two of one name have their province beside them
   */
  constructor(names: LanguageNames | null, governments: readonly Government[]) {
    this.#names = names;
    const scored = names === null ? [] : governments.filter((government) => government.scored);
    const groups = Map.groupBy(scored, (government) => this.#plain(government));
    this.#codes = new Map([...groups].map(([name, group]) => [name, new Set(group.map(({ code }) => code))]));
  }

  government(government: Government): string {
    if (this.#names === null) return government.name;
    const name = this.#plain(government);
    const isShared = government.scored && (this.#codes.get(name)?.size ?? 0) > 1;
    return isShared ? `${name} (${this.province(government.province)})` : name;
  }

  /** @param name of the province in the registry */
  province(name: string): string {
    return this.#names?.provinces[name]?.name ?? name;
  }

  group(id: string, groups: readonly Named[]): string {
    return this.#names?.groups[id] ?? ownName(groups, id);
  }

  region(id: string, regions: readonly Named[]): string {
    return this.#names?.regions[id] ?? ownName(regions, id);
  }

  /** @param name of the tier in the index */
  tier(name: string): string {
    return wordFor(this.#names?.tiers ?? {}, name);
  }

  indicator({ id, name }: Named): string {
    return this.#names?.indicators[id] ?? name;
  }

  #plain({ name, pinyin }: Government): string {
    const names = this.#names;
    const translated = names?.governments[name] ?? names?.provinces[name]?.name;
    return translated ?? (pinyin === '' ? name : pinyin.slice(0, 1).toUpperCase() + pinyin.slice(1));
  }
}

function ownName(all: readonly Named[], id: string): string {
  return all.find((one) => one.id === id)?.name ?? id;
}
