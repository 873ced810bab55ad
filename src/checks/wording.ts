import type { z } from 'astro/zod';
import type { Mistake } from './mistake.ts';
import { isRule } from './rules.ts';
import { didYouMean } from './suggest.ts';

/** A rule that is broken, and the sentence for the editor. */
export type Wording = Pick<Mistake, 'rule' | 'message'>;

/**
 * Says in an editor's words what a schema found.
 *
 * @param name the field as it is written in the file.
 * @param given what stands there; undefined if nothing does.
 * @param written the same as it is written, where it is a single value.
 */
export function wordingOf(issue: z.core.$ZodIssue, name: string, given: unknown, written?: string): Wording {
  const absent = given === undefined || given === null;
  switch (issue.code) {
    case 'invalid_type':
      return absent ? missing(name, MENDS[issue.expected]) : wrongType(name, issue.expected, given, written);
    case 'invalid_value': {
      const list = issue.values.map((value) => `"${String(value)}"`).join(', ');
      return absent ? missing(name, `It takes one of ${list}.`) : notAllowed(name, issue.values.map(String), given);
    }
    case 'too_small':
      if (issue.origin === 'string') {
        return { rule: 'empty', message: `"${name}" is empty. Write it, or leave the key out where it is optional.` };
      }
      if (issue.origin === 'array') {
        return {
          rule: 'length',
          message: `"${name}" takes at least ${issue.minimum} ${issue.minimum === 1 ? 'entry' : 'entries'}.`,
        };
      }
      return { rule: 'format', message: `"${name}" takes a number of ${issue.minimum} or more; it is ${show(given)}.` };
    case 'too_big':
      if (issue.origin === 'number' || issue.origin === 'int') {
        return {
          rule: 'format',
          message: `"${name}" takes a number of ${issue.maximum} or less; it is ${show(given)}.`,
        };
      }
      return {
        rule: 'length',
        message: `"${name}" takes at most ${issue.maximum} ${UNITS[issue.origin] ?? issue.origin}.`,
      };
    case 'custom': {
      const rule: unknown = issue.params?.rule;
      return { rule: isRule(rule) ? rule : 'format', message: `"${name}": ${issue.message}.` };
    }
    default: {
      const rule = 'format' in issue && issue.format === 'datetime' ? 'instant' : 'format';
      return { rule, message: `"${name}" ${issue.message}; it is ${show(given)}.` };
    }
  }
}

/** An unknown key, with the nearest known one as the mend. */
export function unknownKey(key: string, known: readonly string[]): Wording {
  const mend = didYouMean(key, known) || ` Known here: ${known.join(', ')}.`;
  return { rule: 'unknown-key', message: `"${key}" is not known here.${mend}` };
}

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys and values',
};

const MENDS: Record<string, string> = {
  array: 'It takes a list, with "- " before each entry.',
  object: 'It takes keys and values.',
};

const UNITS: Record<string, string> = { string: 'characters', array: 'entries' };

function missing(name: string, mend = `Add "${name}: …".`): Wording {
  return { rule: 'missing', message: `"${name}" is missing. ${mend}` };
}

function wrongType(name: string, expected: string, given: unknown, written = String(given)): Wording {
  const scalar = typeof given !== 'object';
  const mend = expected === 'string' && scalar ? ` Put it between quotation marks: "${written}".` : '';
  return {
    rule: 'wrong-type',
    message: `"${name}" takes ${TYPES[expected] ?? expected}, not ${show(scalar ? written : given)}.${mend}`,
  };
}

function notAllowed(name: string, allowed: readonly string[], given: unknown): Wording {
  const list = allowed.map((text) => `"${text}"`).join(', ');
  const mend = typeof given === 'string' ? didYouMean(given, allowed) : '';
  return { rule: 'not-allowed', message: `"${name}" takes one of ${list}, not ${show(given)}.${mend}` };
}

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'keys and values';
  // As JSON writes it, on one line.
  return JSON.stringify(String(value));
}
