/** The run was asked to end; complete visits are committed. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
