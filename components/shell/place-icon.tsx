import {
  BookOpen,
  Building2,
  CalendarCheck2,
  CalendarDays,
  ClipboardList,
  Inbox,
  Route,
  Settings2,
  UsersRound,
} from "lucide-react";
import type { Place } from "./addresses";

const icons = {
  today: CalendarCheck2,
  schedule: CalendarDays,
  cohorts: Route,
  intakes: ClipboardList,
  floors: Building2,
  programs: BookOpen,
  people: UsersRound,
  settings: Settings2,
  inbox: Inbox,
} satisfies Record<Place, unknown>;

/** The sign of a place in the navigation. */
export function PlaceIcon({ place }: { place: Place }) {
  const Icon = icons[place];
  return <Icon aria-hidden strokeWidth={1.75} />;
}
