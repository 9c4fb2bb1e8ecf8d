/** Nothing answers any more: the network of this machine is dead, and no site is blamed for it. */
export class NetworkDead extends Error {
  override readonly name = 'NetworkDead';
}
