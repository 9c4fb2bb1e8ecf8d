import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureClasses } from '../../../../src/model/failure.ts';
import { classifyError, classifyProxyStatus } from '../../../../src/pipeline/crawl/outcome/classify-error.ts';

describe('classifyError', () => {
  test('looks through causes and aggregate errors', () => {
    const inner = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    expect(classifyError(new Error('fetch failed', { cause: inner })).failure).toBe('dns');
    expect(
      classifyError(new AggregateError([new Error('x'), Object.assign(new Error('y'), { code: 'ECONNREFUSED' })]))
        .failure,
    ).toBe('refused');
  });

  test('what nobody knows is our fault, not the site’s', () => {
    expect(classifyError(new TypeError('undefined is not a function')).failure).toBe('our-fault');
    expect(classifyError('text').failure).toBe('our-fault');
    expect(classifyError(null).failure).toBe('our-fault');
  });

  test('a chain of causes that bites its tail ends', () => {
    const error = new Error('a');
    error.cause = error;
    expect(classifyError(error).failure).toBe('our-fault');
  });

  test.each([{ toString: [] }, Object.create(null), Symbol('thrown')])('takes what has no text of its own', (thing) => {
    expect(classifyError(thing).failure).toBe('our-fault');
  });

  test('always gives a class of the closed list', () => {
    fc.assert(
      fc.property(fc.anything(), (thing) => {
        expect(failureClasses).toContain(classifyError(thing).failure);
      }),
    );
  });
});

describe('classifyProxyStatus', () => {
  test.each([
    ['cache; error=dns_error', 'dns'],
    ['cache; error="connection_refused"; details="no"', 'refused'],
    ['p; error=tls_certificate_error', 'tls'],
    ['p; error=something_new', 'our-fault'],
  ])('%s is %s', (header, failure) => {
    expect(classifyProxyStatus(header)?.failure).toBe(failure);
  });

  test('no header or no error says nothing', () => {
    expect(classifyProxyStatus(undefined)).toBeNull();
    expect(classifyProxyStatus('p; received-status=502')).toBeNull();
  });
});
