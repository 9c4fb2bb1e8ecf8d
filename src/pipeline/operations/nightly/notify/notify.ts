import type { ScheduleSettings } from '../../../../config/schema/schedule.ts';
import { type Environment, Secrets } from '../../../../config/secrets.ts';
import { UsageError } from '../../../../model/usage-error.ts';
import { mailNotification } from './email.ts';
import type { Notification } from './message.ts';
import { postNotification } from './webhook.ts';

/** What notifying needs of the operator's secrets; null where nothing is set. */
export interface NotifySecrets {
  readonly webhook: string | null;
  readonly login: { readonly user: string; readonly password: string } | null;
}

/**
 * Reads what notifying needs. Called before a run, so that a wrong file is known then. Throws
 * `UsageError`.
 */
export function notifySecrets(environment: Environment): NotifySecrets {
  const secrets = Secrets.read(environment);
  const user = secrets.get('GOVPROBE_SMTP_USER');
  const password = secrets.get('GOVPROBE_SMTP_PASSWORD');
  if ((user === null) !== (password === null)) {
    throw new UsageError('GOVPROBE_SMTP_USER and GOVPROBE_SMTP_PASSWORD belong together; one is missing');
  }
  const login = user === null || password === null ? null : { user, password };
  return { webhook: secrets.get('GOVPROBE_WEBHOOK_SECRET'), login };
}

/**
 * Sends a notification by every way that is configured. A way that fails keeps no other from being
 * tried; what failed comes back as sentences, since a night is not lost because nobody could be
 * told.
 */
export async function notify(
  settings: ScheduleSettings['notify'],
  notification: Notification,
  secrets: NotifySecrets,
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
