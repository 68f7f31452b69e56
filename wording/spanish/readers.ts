/** What pages say to readers about who may see what. Regions come by their names. */
export const readers = {
  /** On each page of a team. */
  own: (region: string) =>
    `Lo que ve el equipo de ${region}: sus pedidos y todo lo de los vendedores con sede allí; de los demás que venden allí, el nivel y esos pedidos. Las demás regiones y los totales generales quedan fuera.`,
  /** On the page of a seller that the team sees in part. */
  elsewhere: (region: string) => `Con sede en ${region}: lo que hay detrás del nivel lo lee el equipo de esa región.`,
  nowhere: 'Aún sin sede: lo que hay detrás del nivel lo lee la dirección.',
  notHere: 'no publicado para las regiones',
  warnings: 'Lo que encontraron los controles de una noche afecta a todas las regiones juntas, y lo lee la dirección.',
  signOut: 'Cerrar sesión',
  nothing: {
    title: 'Aquí no hay nada que puedas leer',
    says: 'Has iniciado sesión, pero no perteneces a ningún grupo que lea una región. Pide a quien gestiona los informes de rendimiento que te añada al grupo de la tuya.',
  },
  notYet: {
    title: 'Esta ejecución no se puede leer aquí',
    says: 'La publicó una versión anterior de los informes de rendimiento. La próxima noche traerá una que sí se pueda leer.',
  },
};
