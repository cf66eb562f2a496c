import type { PublicActivity } from "@lingxi/core/activity/schema";
import type { PublicCase, PublicPage } from "@lingxi/core/cases/schema";
import type { PublicDemand } from "@lingxi/core/demand/schema";
import { say } from "@lingxi/core/platform/text";
import type { PublicProject } from "@lingxi/core/project/schema";
import { type AnyEntry, pathOf, paths } from "@lingxi/core/publication/schema";
import type { PublicTalent } from "@lingxi/core/talent/schema";
import { nameOf, regionName } from "./entry.ts";
import { brief, type View } from "./page.ts";

/** A schema.org object as script text; `<` is escaped so that no text can end the element. */
export const scriptText = (value: object): string => JSON.stringify(value).replace(/</g, "\\u003c");

const organisation = (name: string) => ({ "@type": "Organization", name });
const address = (view: View, path: string) => view.origin + view.href(path);
const publisher = (view: View) => ({ ...organisation(view.words.site.name), url: address(view, paths.home) });

/** https://schema.org/WebSite, with how to search it. */
export const siteData = (view: View): object[] => [
  publisher(view),
  {
    "@type": "WebSite",
    name: view.words.site.name,
    url: address(view, paths.home),
    inLanguage: view.locale,
    publisher: publisher(view),
    potentialAction: {
      "@type": "SearchAction",
      target: { "@type": "EntryPoint", urlTemplate: `${address(view, paths.find)}?q={search_term_string}` },
      "query-input": "required name=search_term_string",
    },
  },
];

/** https://schema.org/BreadcrumbList: from the home page to this one. */
export const trailData = (view: View, trail: readonly { readonly text: string; readonly path: string }[]): object => ({
  "@type": "BreadcrumbList",
  itemListElement: [{ text: view.words.nav.home, path: paths.home }, ...trail].map(({ text, path }, at) => ({
    "@type": "ListItem",
    position: at + 1,
    name: text,
    item: address(view, path),
  })),
});

/** https://schema.org/ItemList */
export const listData = (view: View, entries: readonly AnyEntry[], total: number): object => ({
  "@type": "ItemList",
  numberOfItems: total,
  itemListElement: entries.map((entry, at) => ({
    "@type": "ListItem",
    position: at + 1,
    url: address(view, pathOf(entry)),
    name: nameOf(view, entry).text,
  })),
});

/** https://schema.org/Event */
export function eventData(view: View, activity: PublicActivity): object {
  const { locale, url } = view;
  const open = activity.availability === "open" || activity.availability === "few";
  const venue = say(activity.venue, locale);
  const here = activity.region && activity.region !== "elsewhere" ? activity.region : undefined;
  return {
    "@type": "Event",
    name: say(activity.title, locale),
    description: say(activity.summary, locale) || brief(say(activity.description, locale)),
    startDate: activity.startsAt,
    endDate: activity.endsAt,
    eventStatus: `https://schema.org/${activity.availability === "cancelled" ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: `https://schema.org/${activity.online ? "Mixed" : "Offline"}EventAttendanceMode`,
    location: {
      "@type": "Place",
      name: venue,
      address: {
        "@type": "PostalAddress",
        streetAddress: venue,
        ...(here ? { addressLocality: regionName(view, here), addressCountry: "CN" } : {}),
      },
    },
    organizer: publisher(view),
    maximumAttendeeCapacity: activity.capacity,
    offers: {
      "@type": "Offer",
      url,
      validThrough: activity.registrationClosesAt,
      availability: `https://schema.org/${open ? "InStock" : "SoldOut"}`,
    },
    inLanguage: locale,
    url,
  };
}

/** https://schema.org/Article */
export function articleData(view: View, article: PublicCase, images: readonly string[]): object {
  const { locale } = view;
  return {
    "@type": "Article",
    headline: say(article.title, locale),
    description: say(article.summary, locale),
    datePublished: article.publishedAt,
    dateModified: article.updatedAt,
    inLanguage: locale,
    image: images.map((path) => view.origin + path),
    author: publisher(view),
    publisher: publisher(view),
    mainEntityOfPage: view.url,
  };
}

/** https://schema.org/WebPage */
export const pageData = (view: View, text: PublicPage, picture: string): object => ({
  "@type": "WebPage",
  name: say(text.title, view.locale),
  description: say(text.summary, view.locale),
  datePublished: text.publishedAt,
  dateModified: text.updatedAt,
  inLanguage: view.locale,
  image: view.origin + picture,
  publisher: publisher(view),
  url: view.url,
});

/** A price in 分 as https://schema.org/PriceSpecification. */
const price = (range: { readonly from: number; readonly to: number } | undefined) =>
  range && {
    "@type": "PriceSpecification",
    minPrice: range.from / 100,
    maxPrice: range.to / 100,
    priceCurrency: "CNY",
  };

/** https://schema.org/Offer: somebody offers to pass on rights or to work together. */
export const offerData = (view: View, project: PublicProject): object => ({
  "@type": "Offer",
  name: say(project.title, view.locale),
  description: brief(say(project.problem, view.locale)),
  offeredBy: organisation(project.supplier),
  availabilityStarts: project.listedAt,
  priceSpecification: price(project.asking),
  url: view.url,
});

/** https://schema.org/Demand: a public, not binding announcement to seek something. */
export const demandData = (view: View, demand: PublicDemand): object => ({
  "@type": "Demand",
  name: say(demand.title, view.locale),
  description: brief(say(demand.problem, view.locale)),
  availabilityStarts: demand.listedAt,
  availabilityEnds: demand.deadline,
  priceSpecification: price(demand.budget),
  url: view.url,
});

/** https://schema.org/ProfilePage of somebody who agreed to be shown. */
export const personData = (view: View, talent: PublicTalent): object => ({
  "@type": "ProfilePage",
  url: view.url,
  dateModified: talent.updatedAt,
  inLanguage: view.locale,
  mainEntity: {
    "@type": "Person",
    name: talent.name,
    jobTitle: talent.title,
    worksFor: organisation(talent.organisation),
    knowsAbout: talent.expertise,
    description: brief(say(talent.introduction, view.locale)),
  },
});
