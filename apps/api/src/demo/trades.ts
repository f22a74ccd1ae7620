import type { categories } from '@wire/jobs';

export interface Trade {
  readonly category: (typeof categories)[number];
  readonly skills: readonly string[];
  /** What is wanted: `{place}` becomes a kind of client. */
  readonly wishes: readonly string[];
  readonly headline: string;
  /** Usual budget in whole rupees. */
  readonly budget: readonly [number, number];
}

export const trades: readonly Trade[] = [
  {
    category: 'web',
    skills: ['angular', 'postgresql', 'typescript', 'node.js', 'css', 'accessibility', 'nestjs'],
    wishes: [
      'Booking site for {place}',
      'Member portal for {place}',
      'Rebuild the shop of {place}',
      'Accessible website for {place}',
    ],
    headline: 'Web applications that stay fast and readable',
    budget: [60_000, 240_000],
  },
  {
    category: 'mobile',
    skills: ['flutter', 'kotlin', 'swift', 'offline sync', 'push notifications', 'app store'],
    wishes: [
      'Field app for {place}',
      'Appointment app for {place}',
      'Offline order app for {place}',
    ],
    headline: 'Mobile apps that work without a network',
    budget: [90_000, 320_000],
  },
  {
    category: 'data',
    skills: ['postgresql', 'python', 'dbt', 'forecasting', 'dashboards', 'data cleaning'],
    wishes: [
      'Sales forecast for {place}',
      'Clean up ten years of records for {place}',
      'Dashboard of daily figures for {place}',
    ],
    headline: 'Numbers you can defend in front of an auditor',
    budget: [40_000, 180_000],
  },
  {
    category: 'design',
    skills: ['figma', 'branding', 'illustration', 'typography', 'design systems', 'packaging'],
    wishes: ['Brand identity for {place}', 'Packaging for {place}', 'Design system for {place}'],
    headline: 'Calm identities and systems that last',
    budget: [30_000, 150_000],
  },
  {
    category: 'writing',
    skills: ['technical writing', 'copywriting', 'editing', 'grant writing', 'hindi', 'english'],
    wishes: [
      'Handbook for the staff of {place}',
      'Website texts for {place}',
      'Grant proposal for {place}',
    ],
    headline: 'Plain words for difficult things',
    budget: [12_000, 70_000],
  },
  {
    category: 'translation',
    skills: ['arabic', 'hindi', 'german', 'subtitling', 'localisation', 'proofreading'],
    wishes: [
      'Arabic version of the site of {place}',
      'Subtitles for the courses of {place}',
      'Contracts of {place} into German',
    ],
    headline: 'Translation by native speakers, proofread twice',
    budget: [10_000, 60_000],
  },
  {
    category: 'marketing',
    skills: ['seo', 'newsletters', 'analytics', 'campaigns', 'content strategy'],
    wishes: ['Launch campaign for {place}', 'Newsletter for {place}', 'Search audit for {place}'],
    headline: 'Campaigns that say what they cost and bring',
    budget: [20_000, 110_000],
  },
  {
    category: 'video',
    skills: ['editing', 'motion design', 'sound', 'colour grading', 'storyboards'],
    wishes: [
      'Three-minute film about {place}',
      'Training videos for {place}',
      'Animated explainer for {place}',
    ],
    headline: 'Short films that get to the point',
    budget: [25_000, 160_000],
  },
  {
    category: 'finance',
    skills: ['bookkeeping', 'gst', 'payroll', 'audit preparation', 'costing'],
    wishes: [
      'Monthly books of {place}',
      'GST clean-up for {place}',
      'Audit preparation for {place}',
    ],
    headline: 'Books that close on the third of the month',
    budget: [15_000, 90_000],
  },
  {
    category: 'engineering',
    skills: ['autocad', 'structural design', 'hvac', 'cost estimates', 'site supervision'],
    wishes: [
      'Ventilation plan for {place}',
      'Extension drawings for {place}',
      'Energy audit of {place}',
    ],
    headline: 'Drawings that builders do not have to call about',
    budget: [50_000, 280_000],
  },
];

export const places = [
  'three clinics',
  'a bakery chain',
  'a river museum',
  'a school of music',
  'a cooperative of weavers',
  'a bicycle workshop',
  'a county library',
  'a solar installer',
  'a fishing harbour',
  'a ceramics studio',
  'a night market',
  'a veterinary practice',
  'a tea estate',
  'a repair café',
  'a language school',
  'a ferry company',
  'a printing house',
  'a mountain lodge',
] as const;

export const reasons = [
  'The present one was made in 2017 and nobody can change it any more.',
  'We open a second place in spring and want to be ready.',
  'Our staff keep it on paper today; it must stay simple.',
  'We had it quoted twice and both answers were a page of words and no plan.',
  'An auditor asked questions that we could not answer.',
] as const;

export const manners = [
  'Short written updates twice a week are enough.',
  'We answer within a day and decide together.',
  'One person on our side decides; no committees.',
  'Please tell us early when something will be late.',
] as const;
