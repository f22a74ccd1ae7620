export { BeginOnboarding } from './commands/begin-onboarding';
export { onboardingEvents, type OnboardingEvent } from './domain/onboarding.events';
export { MayBegin } from './queries/may-begin';
