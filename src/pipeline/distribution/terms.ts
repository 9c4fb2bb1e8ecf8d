import { z } from 'zod';

/** Terms of a shared run that stand neither in its record nor in the pack. They hold no secret. */
export const termsSchema = z.object({
  /** Ids of the probes that judge. */
  probes: z.array(z.string()),
  /** Address of the outbound proxy, without user name and password; null: the open internet. */
  proxy: z.string().nullable(),
  /** Whether that proxy wants a user name and a password, which every machine has to know itself. */
  proxySecret: z.boolean(),
  /** Our own simulation answers, so that silence is the sites' own. */
  trustSilence: z.boolean(),
  /** The planning process keeps no pauses of its own, since its own simulated country answers. */
  hurried: z.boolean(),
  incremental: z.boolean(),
  /** Longest random delay before a visit, milliseconds. */
  jitter: z.number(),
  /** Hosts that are not visited, as the planning process read them. */
  exclusions: z.array(
    z.object({ host: z.string(), below: z.boolean(), since: z.string(), who: z.string(), line: z.number() }),
  ),
});
export type Terms = z.infer<typeof termsSchema>;
