import type { PublicActivity } from "@lingxi/core/activity/schema";
import type { PublicCase } from "@lingxi/core/cases/schema";
import { type Locale, say } from "@lingxi/core/platform/text";

/** A schema.org object as script text; `<` is escaped so that no text can end the element. */
export const scriptText = (value: object): string => JSON.stringify(value).replace(/</g, "\\u003c");

/** https://schema.org/Event */
export function eventData(activity: PublicActivity, locale: Locale, url: string, organiser: string): object {
  const open = activity.availability === "open" || activity.availability === "few";
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: say(activity.title, locale),
    description: say(activity.summary, locale),
    startDate: activity.startsAt,
    endDate: activity.endsAt,
    eventStatus: `https://schema.org/${activity.availability === "cancelled" ? "EventCancelled" : "EventScheduled"}`,
    location: { "@type": "Place", name: say(activity.venue, locale), address: say(activity.venue, locale) },
    organizer: { "@type": "Organization", name: organiser },
    maximumAttendeeCapacity: activity.capacity,
    offers: {
      "@type": "Offer",
      url,
      validThrough: activity.registrationClosesAt,
      availability: `https://schema.org/${open ? "InStock" : "SoldOut"}`,
    },
    url,
  };
}

/** https://schema.org/Article */
export function articleData(article: PublicCase, locale: Locale, url: string, origin: string, publisher: string): object {
  return {
    "@context": "https://schema.org",
    "@type": "Article",
    headline: say(article.title, locale),
    description: say(article.summary, locale),
    datePublished: article.publishedAt,
    dateModified: article.updatedAt,
    inLanguage: locale,
    ...(article.cover ? { image: `${origin}${article.cover.src}` } : {}),
    publisher: { "@type": "Organization", name: publisher },
    mainEntityOfPage: url,
  };
}
