import type { Dictionary } from '../dictionary.ts';
import { app } from './app.ts';
import { catalogue } from './catalogue.ts';
import { checks } from './checks.ts';
import { client } from './client.ts';
import { clients } from './clients.ts';
import { data } from './data.ts';
import { editor } from './editor.ts';
import { exporting } from './exporting.ts';
import { fileFaults } from './file-faults.ts';
import { metrics } from './metrics.ts';
import { rowFaults } from './row-faults.ts';
import { rules } from './rules.ts';
import { project } from './project.ts';
import { runs } from './runs.ts';
import { statistics } from './statistics.ts';
import { texts } from './texts.ts';
import { trust } from './trust.ts';

export const kk: Dictionary = {
  app,
  data,
  faults: { ...rowFaults, ...fileFaults },
  clients,
  client,
  statistics,
  texts,
  catalogue,
  editor,
  checks,
  exporting,
  project,
  trust,
  metrics,
  rules,
  runs,
};
