import type { ScheduleSettings } from '../../../config/schema/schedule.ts';
import { readSecret } from '../../../config/secrets.ts';
import { UsageError } from '../../../model/usage-error.ts';
import { mailNotification } from './email.ts';
import type { Notification } from './message.ts';
import { postNotification } from './webhook.ts';

export interface Secrets {
  readonly webhook: string | null;
  readonly login: { readonly user: string; readonly password: string } | null;
}

/** Reads what notifying needs. Called before a run, so that a wrong file is known then. Throws `UsageError`. */
export function notifySecrets(env: Readonly<Record<string, string | undefined>>): Secrets {
  const user = readSecret('GOVPROBE_SMTP_USER', env);
  const password = readSecret('GOVPROBE_SMTP_PASSWORD', env);
  if ((user === null) !== (password === null)) {
    throw new UsageError(
      'GOVPROBE_SMTP_USER and GOVPROBE_SMTP_PASSWORD (or their files) belong together; one is missing',
    );
  }
  const login = user === null || password === null ? null : { user, password };
  return { webhook: readSecret('GOVPROBE_WEBHOOK_SECRET', env), login };
}

/**
 * Sends a notification by every way that is configured. A way that fails keeps no other from being tried; what failed comes back as
 * sentences, since a night is not lost because nobody could be told.
 */
export async function notify(
  settings: ScheduleSettings['notify'],
  notification: Notification,
  secrets: Secrets,
): Promise<string[]> {
  if (!settings.always && notification.event === 'published' && notification.changes.length === 0) return [];
  const ways: Promise<void>[] = [];
  if (settings.webhook !== null) ways.push(postNotification(settings.webhook, notification, secrets.webhook));
  if (settings.email !== null) ways.push(mailNotification(settings.email, notification, secrets.login));
  const results = await Promise.allSettled(ways);
  return results.flatMap((result) =>
    result.status === 'rejected'
      ? [result.reason instanceof Error ? result.reason.message : String(result.reason)]
      : [],
  );
}
