/** The user or the system asked the run to end; what is complete is committed. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
