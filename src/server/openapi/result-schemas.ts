import {
  count,
  flag,
  list,
  number,
  numberOrNull,
  object,
  oneOf,
  record,
  ref,
  type Schema,
  text,
  textOrNull,
} from './schema.ts';

const clientCode: Schema = {
  type: ['integer', 'string'],
  description: 'A number where the code is a plain integer up to 2^53-1 without leading zeros.',
};
/** A metric with its parameters, of which it has those that it needs. */
const parameters = {
  group: text,
  without: text,
  withoutSpecialists: flag,
  types: list(text),
  texts: list(text),
};
const optional = Object.keys(parameters);
const condition = { metric: text, ...parameters, min: number, max: number, unknown: text };
const lead = oneOf('need', 'behaviour', 'value', 'rest');
const reasons = [
  'below-threshold',
  'few-months',
  'few-operations',
  'nothing-eligible',
  'suppressed',
] as const;
const catalogue = object({ id: text, version: text });

const group = object({
  label: text,
  clients: count,
  offers: count,
  expected_total_kzt_per_month: number,
});

/** What scoring says of clients. */
export const RESULT_SCHEMAS: Readonly<Record<string, Schema>> = {
  Client: object({
    client_code: clientCode,
    name: textOrNull,
    status: textOrNull,
    age: numberOrNull,
    city: textOrNull,
    avg_monthly_balance_KZT: number,
  }),
  ClientSample: object({ client_code: clientCode, name: text, top4_products: list(text, 4) }),
  Notification: object({ client_code: clientCode, product: text, push_notification: text }),
  Condition: object(condition, Object.keys(condition)),
  Gate: object({
    index: count,
    condition: count,
    metric: text,
    value: numberOrNull,
    passed: flag,
    asks: object({ ...condition, anyOf: list(ref('Condition')) }, [
      ...Object.keys(condition),
      'anyOf',
    ]),
  }),
  Signal: object(
    {
      index: count,
      metric: text,
      ...parameters,
      value: numberOrNull,
      from: number,
      to: number,
      strength: number,
      weight: number,
      role: oneOf('evidence', 'support', 'against'),
      part: number,
    },
    optional,
  ),
  BenefitLine: object(
    {
      kind: oneOf('rate', 'tier', 'cap', 'earned', 'fee', 'interest'),
      part: { type: 'integer', minimum: -1 },
      metric: text,
      ...parameters,
      base: number,
      rate: numberOrNull,
      amount: number,
    },
    optional,
  ),
  Recommendation: object(
    {
      product: text,
      benefit_kzt_per_month: numberOrNull,
      expected_kzt_per_month: numberOrNull,
      rank: { type: 'integer', minimum: 1, maximum: 4 },
      lead,
      lane: oneOf('need', 'behaviour', 'value'),
      leadAt: number,
      eligible: flag,
      held: flag,
      gates: list(ref('Gate')),
      fit: { type: 'number', minimum: 0, maximum: 1 },
      signals: list(ref('Signal')),
      lines: list(ref('BenefitLine')),
    },
    ['leadAt', 'held'],
  ),
  Recommendations: object({
    client_code: clientCode,
    client_name: textOrNull,
    send: flag,
    no_offer: oneOf(...reasons, null),
    recommendations: list(ref('Recommendation'), 4),
  }),
  Processed: object({
    message: text,
    clients_count: count,
    sample: list(ref('ClientSample'), 5),
    notifications_count: count,
    notifications_held_back: count,
    catalogue,
    holdings: { ...object({ pairs: count, skipped: count }), type: ['object', 'null'] },
    report: ref('Report'),
  }),
  Statistics: object({
    total_clients: count,
    clients_with_recommendations: count,
    product_distribution: record(count),
    data_columns: list(text),
    clients_without_recommendations: object(
      Object.fromEntries(reasons.map((name) => [name, count])),
    ),
    expected_total_kzt_per_month: number,
    notifications_count: count,
    notifications_held_back: count,
    by_status: list(group),
    by_city: list(group),
    by_age: list(group),
    months: number,
    period: list(text),
    totals: ref('Totals'),
    catalogue,
  }),
};
