/** What pages say to readers about who may see what. Regions come by their names. */
export const readers = {
  /** On each page of a team. */
  own: (region: string) =>
    `Ciò che vede il team di ${region}: i suoi ordini e tutto dei venditori che hanno qui la sede; degli altri che vendono qui il livello e quegli ordini. Le altre regioni e i totali complessivi sono esclusi.`,
  /** On the page of a seller that the team sees in part. */
  elsewhere: (region: string) => `Sede in ${region}: ciò che sta dietro al livello lo legge il team di quella regione.`,
  nowhere: 'Ancora senza sede: ciò che sta dietro al livello lo legge la direzione.',
  notHere: 'non pubblicato per le regioni',
  warnings: 'I risultati dei controlli di una notte riguardano tutte le regioni insieme, e li legge la direzione.',
  signOut: 'Esci',
  nothing: {
    title: 'Qui non c’è nulla che tu possa leggere',
    says: 'Hai effettuato l’accesso, ma non fai parte di nessun gruppo che legge una regione. Chiedi a chi gestisce le schede prestazioni di aggiungerti al gruppo della tua.',
  },
  notYet: {
    title: 'Questa elaborazione non si può leggere qui',
    says: 'È stata pubblicata da una versione precedente delle schede prestazioni. La prossima notte ne porterà una leggibile.',
  },
};
