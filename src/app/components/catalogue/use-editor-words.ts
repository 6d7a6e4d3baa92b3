import type { Catalogue } from '../../../engine/benefits/catalogue.ts';
import { METRIC_UNITS } from '../../composables/metric-units.ts';
import { useLanguage } from '../../composables/use-language.ts';
import type { Option } from './fields.ts';

const NAMED = 2;

const wordOf = (words: object, key: string): string =>
  Object.hasOwn(words, key) ? String(Reflect.get(words, key)) : key;

/** Names to choose from: metrics, transfer types, sets of categories. */
export const useEditorWords = () => {
  const { words, fill } = useLanguage();

  const typeName = (type: string): string => wordOf(words.value.client.transferTypes, type);
  const shortList = (labels: readonly string[], none: string): string => {
    if (labels.length === 0) return none;
    const named = labels.slice(0, NAMED).join(', ');
    const more = labels.length - NAMED;
    return more > 0 ? fill(words.value.metrics.and, { first: named, n: more }) : named;
  };

  return {
    typeName,
    shortList,
    typesOf: (types: readonly string[]): string =>
      shortList(types.map(typeName), words.value.editor.none),
    /** By name, with the kind of parameter in its place. */
    metricOptions: (metrics: readonly string[]): Option[] =>
      metrics
        .map((value) => {
          const label = fill(wordOf(words.value.metrics, value), {
            group: words.value.editor.placeholderGroup,
            types: words.value.editor.placeholderTypes,
            texts: '…',
          });
          return { value, label: label.charAt(0).toUpperCase() + label.slice(1) };
        })
        .sort((a, b) => a.label.localeCompare(b.label)),
    typeOptions: (chosen: readonly string[]): Option[] =>
      [...new Set([...Object.keys(words.value.client.transferTypes), ...chosen])].map((value) => ({
        value,
        label: typeName(value),
      })),
    groupOptions: (groups: Catalogue['groups'], optional: boolean): Option[] => [
      ...(optional ? [{ value: '', label: words.value.editor.none }] : []),
      ...Object.entries(groups).map(([value, labels]) => ({
        value,
        label: `${value}: ${shortList(labels, words.value.editor.none)}`,
      })),
    ],
    /** How a value of the metric is typed. */
    unitOf: (metric: string): 'share' | 'tenge' | 'plain' => {
      const unit = METRIC_UNITS[metric];
      if (unit === 'share') return 'share';
      return unit === 'tenge' || unit === 'tenge-per-month' ? 'tenge' : 'plain';
    },
  };
};
