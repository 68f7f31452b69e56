/** What the night's checks warn of: a title and a sentence each. */
import type { PageWords } from '../../page-words.js';

export const checks: PageWords['checks'] = {
  decisions_that_decide_nothing: [
    'Decisiones que no deciden nada',
    'han llegado decisiones o reclamaciones que no deciden nada, o que decidió una sola persona; corrige lo que se indica',
  ],
  evaluations_provisional: [
    'Evaluaciones provisionales',
    'hay evaluaciones provisionales: nadie cambia de nivel y ningún aviso empieza antes de que una persona las libere o los datos estén al día',
  ],
  exemptions_that_cover_nothing: [
    'Exenciones que no cubren nada',
    'hay exenciones que no cubren nada de lo que ha llegado, aunque todo lo que nombran existe; corrige lo que se indica como causa',
  ],
  families_not_whole: [
    'Familias incompletas',
    'hay cuentas vinculadas que figuran en dos familias: sus vínculos forman una cadena más larga de lo que sigue una noche; mira las dos',
  ],
  incidents_proposed: [
    'Incidentes propuestos',
    'los paquetes de un transportista llegaron tarde en muchos vendedores; si fue culpa suya, discúlpalos, y si no, déjalo así',
  ],
  landed_rows_are_gone: [
    'Filas que han desaparecido',
    'filas que leyó la última ejecución publicada ya no están, menos de las que detienen la noche según las reglas; mira quién las quitó',
  ],
  moments_after_the_run_date: [
    'Momentos posteriores a la fecha',
    'han llegado pedidos con momentos posteriores a la fecha de ejecución; cuentan cuando llegan esos momentos, así que revisa el reloj de la fuente',
  ],
  moments_that_cannot_be: [
    'Momentos imposibles',
    'hay momentos anteriores a aquello a lo que siguen, y se leen como desconocidos; corrígelos, o entrégalos vacíos donde no se conozcan',
  ],
  orders_in_other_currencies: [
    'Pedidos en otras monedas',
    'los pedidos en una moneda distinta de la de su región no están en el valor de las mercancías de region_kpis; entrégalos en la moneda de la región, o corrígela en regions.yaml',
  ],
  outcomes_of_metrics_nobody_declared: [
    'Resultados de métricas no declaradas',
    'han llegado resultados de una métrica que policies/metrics.yaml no declara; declárala ahí, o corrige su nombre',
  ],
  rows_in_quarantine: [
    'Filas en cuarentena',
    'hay filas en cuarentena; lee quarantine/<dataset>/, corrige la fuente y vuelve a entregarlas',
  ],
  rows_that_fit_nothing: [
    'Filas que no encajan con nada',
    'hay filas que no encajan con ningún pedido, vendedor ni transportista, y no cambian ninguna cifra; entrégalas con los identificadores de los pedidos',
  ],
  rules_often_overturned: [
    'Reglas revocadas a menudo',
    'se estiman más reclamaciones contra una regla de las que admite su programa; mira la regla, y ponla en pausa (paused: { from, why } junto a ella en el programa) donde los vendedores tengan razón',
  ],
  scans_before_the_order: [
    'Escaneos anteriores al pedido',
    'el primer escaneo es más de un día anterior al pedido; una etiqueta usada dos veces, o el escaneo de otro paquete',
  ],
  sellers_nobody_described: [
    'Vendedores sin describir',
    'los vendedores con pedidos pero sin fila en sellers reciben un informe pero ningún correo; entrega su descripción',
  ],
  sellers_that_differ_in_case: [
    'Vendedores que solo difieren en mayúsculas',
    'los vendedores cuyos identificadores solo difieren en mayúsculas y minúsculas se evalúan por separado; corrige el identificador donde sean el mismo',
  ],
  versions_of_one_moment: [
    'Varias versiones de un mismo momento',
    'han llegado registros en varias versiones con el mismo updated_at y distinto contenido; cuenta la que sabe más, así que haz crecer updated_at con cada cambio',
  ],
};
