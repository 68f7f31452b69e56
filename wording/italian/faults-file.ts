/** The file of all faults that a scorecard mail brings. Numbers come written. */
export const faultsFile = {
  name: 'ordini-con-problemi',
  columns: [
    'Programma',
    'Metrica',
    'Ordine o conversazione',
    'Regione',
    'Giorno di conteggio',
    'Esce dai tuoi numeri il',
    'Che cosa è successo',
  ],
};
