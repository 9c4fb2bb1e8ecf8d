import type { Pack } from '../../config/pack.ts';
import type { Capture } from '../../model/capture.ts';
import type { StoredPage } from '../../report/stored-page.ts';
import type { Store } from '../../store/store.ts';
import type { FrozenState, LiveState } from '../state.ts';
import { pictureOf, readStored } from '../stored-pages.ts';

/** A capture with its page as text and its picture. */
export interface ShownCapture {
  readonly run: string;
  readonly capture: Capture;
  readonly page: StoredPage;
  /** The captures that led to it, the home page first. */
  readonly way: readonly Capture[];
}

/** Longest way from a home page that is followed. */
const longestWay = 12;

/**
 * Reads one capture of a state.
 *
 * @returns null when the state holds no such capture
 */
export async function shownCapture(
  store: Store,
  pack: Pack,
  state: FrozenState | LiveState,
  { government, capture: id }: WantedCapture,
): Promise<ShownCapture | null> {
  const captures = await state.captures(government);
  const found = captures.findLast(({ capture }) => capture.id === id);
  if (found === undefined) return null;
  const own = captures.filter(({ run }) => run === found.run).map(({ capture }) => capture);
  const page = await readStored(store.evidence, pack, found.capture);
  return { ...found, page, way: wayTo(found.capture, own) };
}

/** The pages whose links led to a capture, by the addresses that each names. */
function wayTo(capture: Capture, all: readonly Capture[]): Capture[] {
  const byUrl = new Map(all.filter(({ role }) => role === 'page').map((one) => [one.finalUrl, one]));
  const way: Capture[] = [];
  let at = capture;
  while (at.from !== null && way.length < longestWay) {
    const from = byUrl.get(at.from) ?? all.find(({ url }) => url === at.from);
    if (from === undefined || from === capture || way.includes(from)) break;
    way.unshift(from);
    at = from;
  }
  return way;
}

/** Which capture of a state is wanted. */
export interface WantedCapture {
  /** Code. */
  readonly government: string;
  /** Id. */
  readonly capture: string;
}

/** The picture of a capture; null when there is none, its bytes are gone, or they are no JPEG. */
export async function capturePicture(
  store: Store,
  state: FrozenState | LiveState,
  wanted: WantedCapture,
): Promise<Uint8Array | null> {
  const capture = await captureOf(state, wanted);
  return capture === null ? null : ((await pictureOf(store.evidence, capture))?.bytes ?? null);
}

/** The bytes of a capture as they were received; null when there is no such capture, or they are gone. */
export async function storedBytes(
  store: Store,
  state: FrozenState | LiveState,
  wanted: WantedCapture,
): Promise<Uint8Array | null> {
  const body = (await captureOf(state, wanted))?.body ?? null;
  return body === null ? null : store.evidence.get(body);
}

async function captureOf(
  state: FrozenState | LiveState,
  { government, capture: id }: WantedCapture,
): Promise<Capture | null> {
  const captures = await state.captures(government);
  return captures.findLast(({ capture }) => capture.id === id)?.capture ?? null;
}
