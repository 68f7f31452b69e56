/** The text of a programme as sellers read it. Rates, days, amounts and names come written. */
import type { Counted } from '../english/programme-words.js';
import type { ProgrammeWords } from '../programme-words.js';
import { plural as s } from './plural.js';

const days = ({ n, shown }: Counted): string => `${shown} ${s(n, 'jour', 'jours')}`;
const orders = ({ n, shown }: Counted): string => `${shown} ${s(n, 'commande', 'commandes')}`;
const faults = ({ n, shown }: Counted): string => `${shown} ${s(n, 'défaut', 'défauts')}`;
const inDays = (window: Counted | null): string => (window ? ` en ${days(window)}` : '');

export const programmeWords: ProgrammeWords = {
  percent: (written) => written,
  because: (what, why) => `${what} : ${why}.`,
  or: (ways) => ways.join(', ou '),
  listed: (some) => some.join(' ; '),
  version: (version, key, from, until, told) =>
    `Version ${version} de ${key}, en vigueur à partir du ${from}${until ? ` jusqu’au ${until}` : ''}${told ? ` ; les vendeurs ont été informés le ${told}` : ''}.`,
  looksAt: (regions) => `Elle porte sur les commandes vers : ${regions}.`,
  who: {
    title: 'Qui est évalué',
    atLeast: (needed, window) => `Les vendeurs ayant au moins ${orders(needed)} sur les ${days(window)} passés`,
    everybody: 'Tous les vendeurs',
    others: (means) => `Pour les autres : ${means}`,
  },
  tiers: { title: 'Les niveaux, du meilleur au moins bon', standard: 'C’est le niveau standard.' },
  effects: {
    visibility: {
      title: 'Vos annonces dans la recherche',
      ...{
        raised: 'plus haut que d’habitude',
        normal: 'comme d’habitude',
        reduced: 'plus bas que d’habitude',
        hidden: 'non affichées',
      },
    },
    ads: { title: 'Publicités', allowed: 'ouvertes pour vous', not_allowed: 'suspendues' },
    orders: {
      title: 'Commandes par jour',
      value: (share) => `au plus ${share} de votre meilleure journée parmi les 28 dernières`,
    },
    payout: { title: 'Paiement', value: (after) => `${days(after)} après la livraison` },
    reserve: 'Retenu pour les remboursements',
    commission: 'Commission',
    ofSales: (share) => `${share} de vos ventes`,
  },
  gates: {
    orders: (needed, window) => `Commandes : au moins **${orders(needed)}**${inDays(window)}, hors commandes annulées`,
    sales: (amount, window) =>
      `Ventes : au moins **${amount}**${inDays(window)}, hors commandes annulées ; les autres devises ne comptent pas`,
    days_selling: (needed) => `Ancienneté : au moins **${days(needed)}** depuis votre inscription`,
  },
  asked: {
    title: 'Ce qui est demandé',
    atFault: 'en défaut',
    atMost: (what) => `${what}, au plus`,
    windows: { either: (usual, longer) => `${usual} ou ${longer}`, upTo: (usual, most) => `${usual} à ${most}` },
    ...{ days: 'jours', recommended: 'recommandé', tier: 'niveau', why: 'pourquoi' },
  },
  metric: {
    counted: (population, window, matured) =>
      `Sont comptés : ${population}, sur une période de ${days(window)} qui s’est terminée ${days(matured)} avant la nuit ; les jours suivants ne sont pas encore définitifs.`,
    atFault: 'En défaut',
    leftOut: 'Exclu',
    forgivenMet: 'Pardonné, et compté comme conforme',
    forgivenOut: 'Pardonné, et exclu',
    floors: {
      counted: (few, things) => `avec moins de ${few} ${things}, vous n’êtes pas évalué sur cet indicateur`,
      faults: (few) => `moins de ${few} défauts respectent tous les seuils`,
      buyers: (few) => `des défauts envers moins de ${few} acheteurs différents respectent tous les seuils`,
      days: (few) => `des défauts sur moins de ${few} jours différents respectent tous les seuils`,
    },
    peak: (name, from, to, things, hours) =>
      `${name}, du ${from} au ${to} : les ${things} à échéance ces jours-là peuvent avoir ${hours.shown} ${s(hours.n, 'heure', 'heures')} de retard ; ce retard est pardonné et compte comme conforme`,
    collapse: (alike) => `Les défauts ${alike} : les autres sont pardonnés et comptent comme conformes`,
    fewer: (things, few, usual, then) => `Avec moins de ${few} ${things} en ${days(usual)}, ${then}`,
    longer: (window) => `${days(window)} comptent`,
    stretched: (until, most) => `seuls comptent les jours nécessaires pour en réunir ${until}, au plus ${days(most)}`,
    whole: (things) =>
      `Les jours comptent en entier. Plus il y a de ${things}, moins il y a de jours qui comptent : un cas de plus peut faire sortir le jour le plus ancien, bon ou mauvais.`,
    recommended: (goal, why) =>
      `Recommandé : **${goal}** (${why}). Aucun niveau ne l’exige : votre bilan indique quand la recommandation n’est pas suivie, et rien n’en découle.`,
    only: (which) => `**${which}** ; une commande dont on ne le sait pas ne compte pas.`,
    otherCarriers: 'autres : transporteurs sans classe',
    classes: (classes) =>
      `Classes de transporteurs : ${classes}. Une commande qui n’a jamais été remise n’a pas de transporteur.`,
    ownRegion:
      'Votre région est celle qui gère votre compte, telle qu’on la connaît cette nuit ; celle d’une commande est celle où elle est livrée.',
    paused: (from, why) =>
      `**Suspendu à partir du ${from}** (${why}) : l’indicateur est mesuré et affiché ; il ne fait perdre aucun niveau, et ni avertissement ni points n’en découlent. Là où les évaluations décident, personne ne monte au-delà de ce que son seuil permettrait.`,
    toDo: 'Que faire',
  },
  decided: {
    title: 'Comment votre niveau est décidé',
    eachNight: (worst, evaluations) =>
      `Chaque nuit, chaque indicateur vous donne le meilleur niveau dont vous respectez le seuil, ou « ${worst} » si vous n’en respectez aucun. ${evaluations ? 'Ce que proposent les seuils' : 'Votre niveau'} est le moins bon de ceux-là : un seul indicateur peut vous retenir, et votre bilan le nomme. Un indicateur dont trop peu est définitif, ou pour lequel nous n’avons pas de données, ne retient personne.`,
    everyWeekday: (weekday) => `chaque ${weekday}`,
    everyMonth: (day) => `le ${day} de chaque mois`,
    evaluations: (when, why) =>
      `**Les évaluations décident, ${when}** (${why}) ; entre-temps, votre bilan montre ce qu’une évaluation donnerait.`,
    begin: (standard) =>
      `Vous commencez au niveau proposé, au moins « ${standard} ». Vous montez aussitôt à un meilleur niveau dont vous respectez tous les seuils.`,
    notice: (least, on, luck, why) =>
      `**Un seuil manqué est à surveiller, et rien n’en découle**, sauf si c’est plus que le hasard : les défauts de votre pire jour sont laissés de côté ; il doit rester au moins ${faults(least)}, sur ${days(on)} en comptant le pire, et un nombre qu’une boutique exactement au seuil n’atteint que dans moins de ${luck} des cas. C’est alors un **avertissement** (${why}).`,
    effect: (fresh, why, least, within) =>
      `À partir de l’avertissement, **${days(fresh)} ${s(fresh.n, 'compte', 'comptent')} à neuf** (${why}). Une fois définitifs, toujours sans votre pire jour : si le seuil est respecté, l’avertissement est terminé. Avec au moins ${faults(least)} et au-dessus du seuil, vous descendez d’un niveau. S’il y a trop peu de commandes pour juger, nous attendons jusqu’à ${days(within)} ; ensuite, l’avertissement s’éteint.`,
    settled: 'Les jours sur lesquels un avertissement a statué ne vous sont plus jamais reprochés.',
    person: (times, least, why) =>
      `Plus que le hasard face à ${times} fois le seuil, avec au moins ${faults(least)} : une personne examine le cas aussitôt (${why}).`,
    approval: {
      losses: (why) =>
        `**Une personne approuve chaque descente** avant qu’elle prenne effet (${why}) ; d’ici là, vous conservez votre niveau.`,
      all: (why) =>
        `**Une personne approuve chaque changement, à la hausse comme à la baisse**, avant qu’il prenne effet (${why}) ; d’ici là, vous conservez votre niveau.`,
    },
    breaker: (share, why) =>
      `Si une évaluation devait faire descendre plus de ${share} de tous les vendeurs, personne ne descend avant que des personnes l’aient examinée (${why}).`,
    dispatched: (ways) => `Une commande est expédiée ${ways}.`,
    milestones: {
      first_scan: 'lorsque le transporteur la scanne pour la première fois',
      confirmed: 'lorsque vous confirmez l’avoir envoyée',
    },
    listed:
      'Votre bilan liste les commandes derrière chaque chiffre, avec les moments qui les prouvent et le jour où chacune cesse de compter.',
    exempted: (reasons) =>
      `Vous êtes exempté de ce que vous ne pouviez pas éviter : ${reasons}. Ces commandes sont pardonnées et exclues, sauf si un indicateur dit qu’elles comptent comme conformes.`,
  },
  points: {
    title: 'Points',
    columns: ['pour', 'points', 'pourquoi'],
    otherSeverity: (severity) => `toute autre règle, gravité ${severity}`,
    otherRule: 'toute autre règle',
    asNotice: 'selon la notification',
    none: 'aucun',
    missed: (metric) => `« ${metric} » au-dessus du standard`,
    count: (all, more, why) =>
      `Ils comptent sur ${days(all)} : le jour où ils sont attribués et ${more} de plus, sauf si la notification indique une fin plus proche (${why}).`,
    looked: (when) => `Les indicateurs sont examinés ${when}, et ne donnent des points que ce jour-là.`,
    withdrawn: 'Ce qui est retiré ne donne plus de points dès la nuit suivante.',
    rating: (starts, why, earned) =>
      `La santé de votre compte part de ${starts}, et les points en sont déduits (${why})${earned && ` ; ${earned}`}.`,
    earned: (per, window, points, most, why) =>
      `chaque tranche de ${per} commandes sur les ${days(window)} passés ajoute ${points}, jusqu’à ${most} (${why})`,
    ratingAtMost: 'santé du compte, au plus',
    atLeast: 'points, au moins',
    means: 'ce que cela signifie',
    caps: (tier) => `votre niveau est au plus « ${tier} »`,
  },
  score: {
    columns: ['partie', 'indicateur', 'poids', 'points, selon la part en défaut', 'pourquoi'],
    weightInPart: 'poids dans sa partie',
    corner: (points, rate) => `${points} à ${rate}`,
    cap: (points, most, not) => `Sous ${points}, votre niveau est au plus « ${most} », et non « ${not} »`,
    goes: (outOf) => `Il va de 0 à ${outOf}.`,
    weighted: 'Les apports des indicateurs s’additionnent pour le former.',
    worst: 'La partie la plus basse est le score.',
    between:
      'Entre deux points d’une courbe, les points baissent régulièrement avec le taux ; avant le premier et après le dernier, ils restent les mêmes.',
    notAssessed:
      'Un indicateur qui ne peut pas être évalué laisse son poids aux autres de sa partie, et une partie sans indicateur évalué aux autres parties.',
    needs: (metrics, why) =>
      `Avec moins de ${metrics} de ces indicateurs évalués, il n’y a pas de score, ce qui n’est pas un mauvais score (${why}).`,
    rateAlone:
      'Les points suivent le taux seul : même des défauts si peu nombreux qu’ils respectent tous les seuils d’un niveau coûtent des points.',
    movesNothing: 'Il ne change aucun niveau.',
    benchmarks: 'Ceux-ci sont lus au regard de votre catégorie, celle de la plupart de vos commandes au début du trimestre :',
    example: (metric, points, at, share, rate, times, usual, moved) =>
      `Un exemple : « ${metric} » donne ${points} points à ${at}. Là où ${share} des boutiques de votre catégorie ont ${rate} ou moins, soit ${times} fois ${usual}, vous les obtenez à ${moved}. Les chiffres des boutiques sont mesurés la première nuit d’un trimestre et valent jusqu’à sa fin : rien de ce que vous ou d’autres faites entre-temps ne les change. S’il y a trop peu de boutiques dans une catégorie, la courbe reste telle qu’elle est écrite. Votre bilan dit ce qu’il en a été.`,
  },
  probation: {
    begins: (since, why, most, whyMost) =>
      `Tout vendeur inscrit le ${since} ou plus tard commence par une période probatoire (${why}) : au plus **${orders(most)}** par jour (${whyMost}). Elle prend fin pour de bon la première nuit où l’une de ces conditions est remplie :`,
    orders: (least, window) => `au moins **${orders(least)}**${inDays(window)}, hors commandes annulées`,
    days: (least) => `**${days(least)}** depuis votre inscription`,
    metric: (title) => `le standard de « ${title} » respecté`,
    held: 'Nous comptons et nous le disons ; qui accepte les commandes fait respecter le nombre. Votre statut sur la place de marché est autre chose, et ne change rien ici.',
  },
  contest: {
    title: 'Comment contester',
    within: (window, why, ways) => `Vous avez ${days(window)} à compter du jour où vous avez été informé (${why}) : ${ways}.`,
    write: (address) => `écrivez à ${address}`,
    go: (url) => `rendez-vous sur ${url}`,
  },
};
