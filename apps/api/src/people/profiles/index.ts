export { profileEvents, type ProfileEvent } from './domain/profiles.events';
export { CardsOf, type Card } from './queries/cards-of';
export { ListedProfiles } from './queries/listed-profiles';
export { NamesOf } from './queries/names-of';
export { ProfileOf } from './queries/public-profile';
