/**
 * Whether a person lets the program spend memory to save processor time (`GOVPROBE_MEMORY=ample`):
 * garbage is then collected less often.
 */
export function hasAmpleMemory(env: NodeJS.ProcessEnv): boolean {
  return env.GOVPROBE_MEMORY === 'ample';
}
