/** The file of all faults that a scorecard mail brings. Numbers come written. */
export const faultsFile = {
  name: 'pedidos-com-problema',
  columns: [
    'Programa',
    'Métrica',
    'Pedido ou conversa',
    'Região',
    'Dia de contagem',
    'Sai dos seus números em',
    'O que aconteceu',
  ],
};
