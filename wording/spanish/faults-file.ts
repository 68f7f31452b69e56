/** The file of all faults that a scorecard mail brings. Numbers come written. */
export const faultsFile = {
  name: 'pedidos-con-incidencia',
  columns: ['Programa', 'Métrica', 'Pedido o conversación', 'Región', 'Día de cómputo', 'Sale de tus cifras el', 'Qué ocurrió'],
};
