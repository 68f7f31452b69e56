/** What pages say to readers about who may see what. Regions come by their names. */
import type { Words } from '../words.js';

export const readers: Words['readers'] = {
  own: (region) =>
    `Ce que voit l’équipe de la région ${region} : ses commandes, et tout des vendeurs qui y sont rattachés ; des autres qui y vendent, le niveau et ces commandes. Les autres régions et les totaux sont exclus.`,
  elsewhere: (region) => `Rattaché à la région ${region} : ce qui explique le niveau est lu par l’équipe de cette région.`,
  nowhere: 'Rattaché à aucune région pour l’instant : ce qui explique le niveau est lu par la direction.',
  notHere: 'non publié pour les régions',
  warnings: 'Ce que les contrôles d’une nuit ont trouvé concerne toutes les régions ensemble, et c’est la direction qui le lit.',
  signOut: 'Se déconnecter',
  nothing: {
    title: 'Il n’y a rien à lire ici pour vous',
    says: 'Vous êtes connecté, mais dans aucun groupe qui lit une région. Demandez aux responsables des bilans de vous ajouter au vôtre.',
  },
  notYet: {
    title: 'Ce calcul ne peut pas être lu ici',
    says: 'Il a été publié par une version antérieure des bilans. La prochaine nuit en apportera un qui pourra être lu.',
  },
};
