import type { CompiledKnowledge } from '../config/knowledge.ts';

type Container = 'header' | 'footer' | null;

/** What names of elements say; the elements of a site share few names. */
const memories = new WeakMap<CompiledKnowledge, Map<string, Container>>();
/** A memory is emptied at this size, to bound what hostile pages can use. */
const mostNames = 5000;
const longestName = 40;

/** Header or footer if the id or only class is that of a container filled by scripts. */
export function containerOf(
  { id, class: names }: Readonly<Record<string, string>>,
  knowledge: CompiledKnowledge,
): Container {
  return containerNamed(id, knowledge) ?? containerNamed(names, knowledge);
}

function containerNamed(name: string | undefined, knowledge: CompiledKnowledge): Container {
  if (!name || name.length > longestName) return null;
  let memory = memories.get(knowledge);
  if (memory === undefined || memory.size >= mostNames) {
    memory = new Map();
    memories.set(knowledge, memory);
  }
  const known = memory.get(name);
  if (known !== undefined) return known;
  const isContainer = knowledge.scriptContainers.some((pattern) => pattern.test(name));
  const container = !isContainer ? null : /foot|bottom/iu.test(name) ? 'footer' : 'header';
  memory.set(name, container);
  return container;
}
