import { defineAsyncComponent } from 'vue';
import type { Tab } from '../composables/use-route.ts';
import DataView from './DataView.vue';

/** Everything but the first room comes when it is wanted, or when the page has nothing to do. */
const later = {
  recommendations: () => import('./RecommendationsView.vue'),
  statistics: () => import('./StatisticsView.vue'),
  texts: () => import('./TextsView.vue'),
  catalogue: () => import('./CatalogueView.vue'),
  export: () => import('./ExportView.vue'),
  trust: () => import('./TrustView.vue'),
} as const;

export const ROOMS = {
  data: DataView,
  recommendations: defineAsyncComponent(later.recommendations),
  statistics: defineAsyncComponent(later.statistics),
  texts: defineAsyncComponent(later.texts),
  catalogue: defineAsyncComponent(later.catalogue),
  export: defineAsyncComponent(later.export),
  trust: defineAsyncComponent(later.trust),
} satisfies Record<Tab, unknown>;

/** One after the other, in the order of the work. */
export const ROOM_FILES = Object.values(later);
