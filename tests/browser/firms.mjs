// Firms that the browser tests invent.
import { content } from './helpers.mjs';

export const FULL = '00000000-0000-4000-8000-0000000000f0';

/** A firm that answered everything and took up forty steps. */
export function full() {
  const firm = content('sample.json');
  const model = content('model.json');
  const ids = model.dimensions.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const lanes = ['0-30', '31-60', '61-90', 'later'];
  firm.id = FULL;
  firm.title = '2026';
  const grades = ['none', 'document', 'records', 'measured'];
  const [kinds, states] = [['practice', 'prove', 'result'], ['planned', 'doing', 'done', 'dropped']];
  firm.answers = Object.fromEntries(ids.map((id, at) => [id, { level: 1 + (at * 7) % 5, evidence: grades[at % 4], note: `note ${at}`, private: 'not for anybody else' }]));
  firm.kpis = Object.fromEntries(model.kpis.map(({ id, range, bounds }, at) => {
    const [low, high] = range ?? [0, 100];
    return [id, { value: bounds ? Math.min(high, Math.max(low, bounds[at % 4])) : (low + high) / 2 }];
  }));
  firm.actions = ids.slice(0, 40).map((id, at) => ({
    criterion: id, kind: kinds[at % 3], to: 2 + (at * 7) % 4, lane: lanes[at % 4], status: states[at % 4],
    owner: `Owner ${at}, head of a team`, start: '2026-12-01', due: '2027-02-28', done: at % 4 === 2 ? '2027-01-15' : null,
    proof: at % 3 ? '' : `proof ${at}: the log of the last three months shows it, and the owner has looked at it`,
  }));
  return firm;
}
