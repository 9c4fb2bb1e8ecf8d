/**
 * Loaded into a process before the program, puts its wall clock an hour back. It stands for a
 * machine whose clock is wrong.
 */
const late = 3_600_000;
const RightDate = Date;
const now = (): number => RightDate.now() - late;

globalThis.Date = new Proxy(RightDate, {
  construct: (target, given, self) => Reflect.construct(target, given.length === 0 ? [now()] : given, self),
  apply: () => new RightDate(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
