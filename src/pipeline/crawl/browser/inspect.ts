import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ElementHandle, Page, Response } from 'playwright';
import type { z } from 'zod';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Control, InspectionOrder } from '../../../probes/contract.ts';
import {
  type ControlClick,
  type Inspection,
  inspectionSchema,
  type PageFacts,
  showsText,
  switched,
} from '../../../reading/inspection.ts';
import { DeadlineError, within } from '../outcome/deadline.ts';
import type { FetchOutcome } from '../outcome/fetch-outcome.ts';
import type { Guest } from './guest.ts';
import { controlScript, factsScript, layoutScript, violationsScript } from './inspect-scripts.ts';
import { openPage } from './open-page.ts';
import type { SharedBrowser } from './pool.ts';
import { classify, refuseProxyReply } from './render.ts';
import { screenshotOf } from './screenshot.ts';
import { bare, pollTime, Traffic } from './traffic.ts';

const screenWidth = 1366;
const phone = { width: 390, height: 844 };
/** A second control is tried only where the first did nothing. */
const mostControls = 2;
const callTime = 5000;
/**
 * For the accessibility check of a page; pages of some thousand elements take one or two seconds.
 */
const checkTime = 10_000;
/**
 * A click whose effect does not show in so long, nothing loading, has none. A busy machine takes
 * its time to run a page's scripts.
 */
const effectTime = 1500;
/** The same where things go on loading. */
const longestEffect = 4000;
/** Sound and films are heavy and change nothing that is measured. */
const heavyMedia = ['mp4', 'webm', 'm3u8', 'flv', 'avi', 'mov', 'mp3', 'wav', 'ogg', 'zip', 'rar'].map(
  (ending) => `*.${ending}*`,
);

const factsOfPage = inspectionSchema.shape.screen.omit({ page: true });
const layoutOfPage = inspectionSchema.shape.phone.unwrap().pick({ overflow: true, viewport: true });

let axeSource: string | null = null;

/** The check's own script file; read only when a page is inspected. */
function axe(): string {
  axeSource ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return axeSource;
}

/**
 * Looks at a page as `InspectionOrder` says and gives the facts back as a JSON document
 * (`Inspection`): laid out for a desk and for a phone, checked, and after a click on the controls.
 * The same page gives the same bytes. Never rejects. The caller has passed the host's gate.
 */
export async function inspect(
  order: InspectionOrder,
  browser: SharedBrowser,
  settings: CrawlSettings,
): Promise<FetchOutcome> {
  const limit = settings.browser['page-time'];
  try {
    browser.judge(order.url);
    return await browser.withPage('inspection', async (page, guest) => {
      const { status, seen, screenshot } = await within(
        limit,
        'inspecting the page',
        look(page, guest, order, settings),
      );
      return {
        ok: true,
        finalUrl: page.isClosed() ? order.url : seen.screen.page,
        redirects: [],
        status,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: Buffer.from(`${JSON.stringify(seen)}\n`, 'utf8'),
        tls: null,
        screenshot,
      };
    });
  } catch (error) {
    const { failure, message } = classify(error, order.url, browser);
    const nothing = { redirects: [], status: null, headers: {}, body: null, tls: null };
    return { ok: false, finalUrl: order.url, ...nothing, failure, detail: message };
  }
}

async function look(
  page: Page,
  guest: Guest,
  order: InspectionOrder,
  settings: CrawlSettings,
): Promise<{ status: number; seen: Inspection; screenshot: Buffer | null }> {
  const traffic = new Traffic(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.setBlockedURLs', { urls: heavyMedia });
  await page.setViewportSize({ width: screenWidth, height: settings.browser.viewport.height });
  const load = async (): Promise<Response | null> => {
    traffic.forget();
    const limit = settings.browser['page-time'];
    const response = await openPage(page, order.url, limit, guest);
    refuseProxyReply(response);
    await traffic.rest(settings.browser['settle-time']);
    return response;
  };
  let response = await load();
  // A mode whose script a busy host dropped would seem to do nothing.
  if (traffic.missing > 0) response = await load();
  const { missing } = traffic;
  const screen = await factsOnceShown(page);
  const screenshot = await screenshotOf(page);
  const onPhone = await layoutOnPhone(page, guest, settings);
  const violations = await check(page);
  const clicks: ControlClick[] = [];
  // A page that the check still keeps busy answers to no click.
  for (const control of violations === 'busy' ? [] : order.controls) {
    if (clicks.length >= mostControls) break;
    // What opens then is a document that we ask for.
    await guest.turn(page.url());
    guest.act();
    const click = await tryTwice(page, control, screen, traffic).catch(() => 'stuck' as const);
    // A click after which the page answers no more says nothing certain; what was seen before it
    // still does.
    if (click === 'stuck') break;
    if (click === null) continue;
    clicks.push(click);
    if (click.led === 'left' || switched(screen, click) !== null) break;
  }
  const seen = {
    missing: Math.max(missing, traffic.missing),
    screen,
    phone: onPhone,
    violations: violations === 'busy' ? null : violations,
    clicks,
  };
  return { status: response?.status() ?? 200, seen: inspectionSchema.parse(seen), screenshot };
}

/** The facts once text is visible, or after some time: style sheets of a busy host come late. */
async function factsOnceShown(page: Page): Promise<PageFacts> {
  let facts = await factsOf(page);
  for (const end = performance.now() + longestEffect; !showsText(facts) && performance.now() < end; ) {
    await sleep(pollTime);
    facts = await factsOf(page);
  }
  return facts;
}

async function factsOf(page: Page): Promise<PageFacts> {
  const facts = factsOfPage.parse(await within(callTime, 'reading the page', page.evaluate(factsScript)));
  return { page: bare(page.url()), ...facts };
}

/**
 * Narrows the window to that of a phone and back. Null when the page sends phones to another
 * address.
 */
async function layoutOnPhone(page: Page, guest: Guest, settings: CrawlSettings): Promise<Inspection['phone']> {
  const before = bare(page.url());
  await page.setViewportSize(phone);
  const layout = await settledLayout(page);
  const { letters } = await factsOf(page);
  await page.setViewportSize({ width: screenWidth, height: settings.browser.viewport.height });
  if (bare(page.url()) === before) return { width: phone.width, letters, ...layout };
  await openPage(page, before, callTime, guest);
  return null;
}

/** The layout once it stays the same: scripts that answer to the new width take their time. */
async function settledLayout(page: Page): Promise<z.infer<typeof layoutOfPage>> {
  const measure = async () =>
    layoutOfPage.parse(await within(callTime, 'laying out the page', page.evaluate(layoutScript)));
  let layout = await measure();
  for (const end = performance.now() + longestEffect; performance.now() < end; ) {
    await sleep(pollTime);
    const next = await measure();
    if (next.overflow === layout.overflow) break;
    layout = next;
  }
  return layout;
}

async function check(page: Page): Promise<Inspection['violations'] | 'busy'> {
  try {
    const ran = page.evaluate(axe()).then(() => page.evaluate(violationsScript));
    return inspectionSchema.shape.violations.parse(await within(checkTime, 'checking the page', ran));
  } catch (error) {
    // Scripts of the page can break the check; that says nothing about the page's fitness.
    return error instanceof DeadlineError ? 'busy' : null;
  }
}

/**
 * Clicks a control, and once more where the first click met an error of the page's scripts: what it
 * calls may have been still on its way, in a frame perhaps, and a control that only came too early
 * does not pretend.
 */
async function tryTwice(
  page: Page,
  control: Control,
  before: PageFacts,
  traffic: Traffic,
): Promise<ControlClick | null> {
  const click = await tryControl(page, control, before, traffic);
  if (click === null || click.led !== 'stayed' || traffic.errors === 0 || switched(before, click) !== null)
    return click;
  await traffic.rest(longestEffect);
  return (await tryControl(page, control, before, traffic)) ?? click;
}

/** Clicks a control and waits for what comes of it; null when no frame of the page has it. */
async function tryControl(
  page: Page,
  control: Control,
  before: PageFacts,
  traffic: Traffic,
): Promise<ControlClick | null> {
  traffic.forget();
  if (!(await clickOn(page, control))) return null;
  const started = performance.now();
  let last = JSON.stringify(before);
  for (;;) {
    await sleep(pollTime);
    const lasted = performance.now() - started;
    const { popup } = traffic;
    // Between two documents there is nothing to read.
    if (popup === null && traffic.isLeaving && !traffic.hasArrived && lasted <= longestEffect) continue;
    if (popup !== null || traffic.hasArrived) {
      const shown = popup ?? page;
      await shown.waitForLoadState('domcontentloaded', { timeout: callTime });
      await traffic.rest(longestEffect);
      const facts = await factsOf(shown);
      const status = traffic.statusOf(facts.page);
      if (popup !== null) await within(callTime, 'closing the window', popup.close());
      const led = popup === null ? 'left' : 'opened';
      return { control: control.text, led, status, dialog: traffic.dialog, facts };
    }
    const facts = await factsOf(page);
    const now = JSON.stringify(facts);
    const click: ControlClick = { control: control.text, led: 'stayed', status: null, dialog: traffic.dialog, facts };
    // What changed must have come to rest: the class may be there before its style.
    const settled = now === last && traffic.isAtRest;
    last = now;
    if ((settled && (switched(before, click) !== null || lasted > effectTime)) || lasted > longestEffect) return click;
  }
}

async function clickOn(page: Page, control: Control): Promise<boolean> {
  const script = controlScript(control.text, control.address);
  for (const frame of page.frames()) {
    const handle = await within(callTime, 'finding the control', frame.evaluateHandle(script)).catch(() => null);
    const element = (handle?.asElement() ?? null) as ElementHandle | null;
    if (element === null) continue;
    // The event and not the mouse: a control in a closed menu or under a banner is reached too, and
    // never clicked twice, which would switch a mode on and off again.
    await within(callTime, 'clicking', element.dispatchEvent('click'));
    return true;
  }
  return false;
}
