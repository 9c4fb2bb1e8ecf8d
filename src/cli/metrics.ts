import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { UsageError } from '../model/usage-error.ts';
import type { RunObserver } from '../pipeline/crawl/run/run-options.ts';

export interface Metrics {
  readonly observer: Required<RunObserver>;
  /** `http://127.0.0.1:PORT/metrics`. */
  readonly url: string;
  close(): Promise<void>;
}

type Meters = ReturnType<typeof makeMeters>;

/**
 * Serves Prometheus metrics on this machine alone while a process runs.
 *
 * `govprobe_visits_total` counts visits by class: `unchanged`, the failure class of a home page
 * that could not be read, or `read`.
 *
 * @throws UsageError when the port cannot be used.
 */
export async function serveMetrics(port: number, host = '127.0.0.1'): Promise<Metrics> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'govprobe_' });
  const observer = observerOf(makeMeters([registry]));
  const server = createServer((request, response) => answer(registry, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new UsageError(`metrics cannot be served on ${host}:${port} (${error.message}); choose another --metrics port`),
      ),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the metrics server listens on no port');
  return {
    observer,
    url: `http://${host}:${address.port}/metrics`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function makeMeters(registers: Registry[]) {
  return { ...makeCounters(registers), ...makeHistograms(registers), ...makeGauges(registers) };
}

function makeCounters(registers: Registry[]) {
  return {
    visits: new Counter({
      name: 'govprobe_visits_total',
      help: 'Complete visits by class',
      labelNames: ['class'],
      registers,
    }),
    pages: new Counter({
      name: 'govprobe_captures_total',
      help: 'Captures by role, way and failure class (empty: none)',
      labelNames: ['role', 'via', 'failure'],
      registers,
    }),
    bytes: new Counter({ name: 'govprobe_bytes_total', help: 'Bytes of bodies after decompression', registers }),
    findings: new Counter({
      name: 'govprobe_findings_total',
      help: 'Findings by probe and state',
      labelNames: ['probe', 'state'],
      registers,
    }),
  };
}

function makeHistograms(registers: Registry[]) {
  return {
    durations: new Histogram({
      name: 'govprobe_visit_duration_seconds',
      help: 'Time from the beginning of a visit to its commit',
      buckets: [1, 5, 15, 30, 60, 120, 300, 600, 900, 1800],
      registers,
    }),
    jobs: new Histogram({
      name: 'govprobe_browser_job_seconds',
      help: 'Time that the browser took, by kind of job',
      labelNames: ['kind'],
      buckets: [0.25, 0.5, 1, 2, 5, 10, 20, 40, 80, 160],
      registers,
    }),
  };
}

function makeGauges(registers: Registry[]) {
  return {
    open: new Gauge({ name: 'govprobe_visits_open', help: 'Visits under way', registers }),
    queue: new Gauge({ name: 'govprobe_visits_queued', help: 'Planned visits that have not begun', registers }),
    workerOpen: new Gauge({
      name: 'govprobe_worker_visits_open',
      help: 'Visits under way by the process that makes them, where several share a run',
      labelNames: ['worker'],
      registers,
    }),
    workerVisits: new Gauge({
      name: 'govprobe_worker_visits',
      help: 'Visits that each of these processes has made',
      labelNames: ['worker'],
      registers,
    }),
    underWay: new Gauge({ name: 'govprobe_run_under_way', help: 'Runs under way', registers }),
  };
}

function observerOf(meters: Meters): Required<RunObserver> {
  const { visits, pages, bytes, findings, durations, jobs, open, queue, underWay, workerOpen, workerVisits } = meters;
  // A worker takes visits that others have planned, so its own queue is empty.
  let queued = 0;
  const plan = (count: number): void => {
    queued = Math.max(0, count);
    queue.set(queued);
  };
  return {
    started(_run, total, done) {
      underWay.set(1);
      plan(total - done);
      open.set(0);
    },
    opened() {
      plan(queued - 1);
      open.inc();
    },
    captured({ role, via, failure, bytes: size }) {
      pages.inc({ role, via, failure: failure ?? '' });
      bytes.inc(size);
    },
    visited(visit) {
      open.dec();
      durations.observe(visit.seconds);
      const dead = visit.captures.find(({ home, failure }) => home && failure !== null)?.failure;
      visits.inc({ class: visit.unchanged ? 'unchanged' : (dead ?? 'read') });
      for (const { probe, state } of visit.findings) findings.inc({ probe, state });
    },
    browsed({ kind, seconds }) {
      jobs.observe({ kind }, seconds);
    },
    secondPass(again) {
      plan(again);
      open.set(0);
    },
    workers(all) {
      workerOpen.reset();
      workerVisits.reset();
      for (const { name, visits: done, open: now } of all) {
        workerOpen.set({ worker: name }, now.length);
        workerVisits.set({ worker: name }, done);
      }
    },
    unattended: () => undefined,
    ended() {
      workerOpen.reset();
      underWay.set(0);
      plan(0);
      open.set(0);
    },
  };
}

function answer(registry: Registry, { method, url }: IncomingMessage, response: ServerResponse): void {
  if (method !== 'GET' || url !== '/metrics') {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('GET /metrics\n');
    return;
  }
  registry.metrics().then(
    (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
}

/** One observer that tells several. */
export function observers(all: readonly RunObserver[]): Required<RunObserver> {
  return {
    started(run, total, done) {
      for (const one of all) one.started(run, total, done);
    },
    captured(capture) {
      for (const one of all) one.captured(capture);
    },
    visited(visit) {
      for (const one of all) one.visited(visit);
    },
    opened(government) {
      for (const one of all) one.opened?.(government);
    },
    browsed(job) {
      for (const one of all) one.browsed?.(job);
    },
    secondPass(visits) {
      for (const one of all) one.secondPass?.(visits);
    },
    workers(busy) {
      for (const one of all) one.workers?.(busy);
    },
    unattended() {
      for (const one of all) one.unattended?.();
    },
    ended() {
      for (const one of all) one.ended?.();
    },
  };
}
