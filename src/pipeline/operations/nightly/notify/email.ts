import { createTransport } from 'nodemailer';
import type { EmailSettings } from '../../../../config/schema/schedule.ts';
import { letterOf, type Notification } from './message.ts';

const limit = 20_000;

/**
 * Sends a notification as a letter in plain text, with the whole of it attached as JSON. Rejects
 * with one sentence when the server does not take it.
 */
export async function mailNotification(
  settings: EmailSettings,
  notification: Notification,
  login: { readonly user: string; readonly password: string } | null,
): Promise<void> {
  const { host, port, secure, from, to } = settings;
  const transport = createTransport({
    host,
    port,
    secure,
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password }, requireTLS: !secure }),
    connectionTimeout: limit,
    greetingTimeout: limit,
    socketTimeout: limit,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { subject, text } = letterOf(notification);
  const attachments = [
    {
      filename: `${notification.run}.json`,
      contentType: 'application/json',
      content: JSON.stringify(notification, null, 2),
    },
  ];
  try {
    await transport.sendMail({ from, to, subject, text, attachments });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new Error(`the mail server ${host}:${port} did not take the letter: ${problem}`);
  } finally {
    transport.close();
  }
}
