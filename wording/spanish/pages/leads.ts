/** What the dashboard says of each lead: its title, what its orders have in common, heads of its table, innocent explanations, and why one may look. */
import type { PageWords } from '../../page-words.js';

const fraud = 'Contrato sobre envío y seguimiento; estafa a los compradores y al marketplace según el derecho penal nacional';
const between = 'Horas enteras entre ambos';

export const leads: PageWords['leads'] = {
  brushing: {
    title: 'Brushing',
    says: 'muchos pedidos de pocos compradores en poco tiempo: ventas quizá inventadas para ganar posición y valoraciones',
    evidence: {
      from_at: 'Primer pedido de la ventana',
      to_at: 'Último pedido de la ventana',
      amount: 'Pedidos en la ventana',
      among: 'Compradores en la ventana',
    },
    twins: { presents: 'todos los pedidos del comprador van a lugares distintos, cada uno al suyo' },
    legal_basis:
      'Clasificación y valoraciones leales: Directiva 2005/29/CE, anexo I, puntos 23 ter y 23 quater (UE); DMCC Act 2024, anexo 20 (Reino Unido); 16 CFR Part 465 (Estados Unidos)',
  },
  reused_tracking: {
    title: 'Número de seguimiento reutilizado',
    says: 'varios pedidos con un mismo número de seguimiento: paquetes que quizá no existen',
    evidence: {
      from_at: 'Primer pedido con el número',
      to_at: 'Último pedido con el número',
      amount: 'Pedidos con el número',
      among: 'Lugares de destino',
      other_order_id: 'Otro pedido con el número',
    },
    twins: {
      one_parcel: 'un solo comprador, y no dos lugares: pedido en varias veces, enviado en un solo paquete',
      one_place: 'todos van al mismo lugar, por ejemplo a vecinos o a un reexpedidor',
    },
    legal_basis: fraud,
  },
  scan_before_order: {
    title: 'Escaneado mucho antes del pedido',
    says: 'paquetes que el transportista había escaneado antes de que se pidieran: números de otros paquetes, anotados para parar el reloj',
    evidence: { from_at: 'Primer escaneo', to_at: 'Pedido realizado', amount: between },
    twins: {
      carrier_feed:
        'lo mismo ocurre con muchos vendedores con este transportista en esta región: las horas que comunica son erróneas',
    },
    legal_basis: fraud,
  },
  late_masking: {
    title: 'Confirmado a tiempo, escaneado tarde',
    says: 'pedidos confirmados a tiempo y entregados al transportista mucho después de la fecha límite: envíos tardíos quizá encubiertos',
    evidence: { from_at: 'Fecha límite de envío', to_at: 'Primer escaneo', amount: between },
    twins: {
      late_collection:
        'los paquetes de otros vendedores con este transportista en esta región se escanean igual de tarde: es él quien recoge tarde',
    },
    legal_basis: 'Contrato sobre el envío; compradores inducidos a error sobre la entrega: Directiva 2005/29/CE, artículo 6 (UE)',
  },
  re_registration: {
    title: 'Registrado de nuevo',
    says: 'una cuenta que empezó después de que se cerrara o suspendiera otra de su familia: puede que haya vuelto el mismo vendedor',
    evidence: {
      from_at: 'Medida contra la otra cuenta',
      to_at: 'Inicio de esta cuenta',
      amount: 'Días transcurridos',
      among: 'Cuentas de la familia',
    },
    twins: {
      action_lifted: 'la medida contra la otra cuenta se retiró',
      declared_group: 'un mismo propietario ha declarado ambas cuentas',
    },
    legal_basis:
      'Contrato sobre las cuentas; uso indebido tras una suspensión, Reglamento (UE) 2022/2065, artículo 23; trazabilidad de los comerciantes, artículo 30 (UE)',
  },
};
