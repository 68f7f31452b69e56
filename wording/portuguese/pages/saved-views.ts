/** What the list of sellers says of views that a reader saved, and of its file. */
import type { PageWords } from '../../page-words.js';

export const savedViews: PageWords['savedViews'] = {
  title: 'Visualizações salvas',
  name: 'Nome desta visualização',
  save: 'Salvar',
  saved: (name: string) => `Visualização “${name}” salva.`,
  forget: (name: string) => `Excluir “${name}”`,
  forgotten: (name: string) => `Visualização “${name}” excluída.`,
  full: 'No máximo trinta visualizações podem ser guardadas: exclua uma delas primeiro.',
  where: 'Ficam guardadas só neste navegador; o endereço de uma visualização pode ser enviado a outras pessoas.',
  notKept:
    'Este navegador não guarda nada para esta página, por isso não é possível salvar visualizações. Adicione o endereço aos favoritos.',
  download: 'Salvar como CSV',
  file: 'vendedores',
  csv: [
    'vendedor',
    'nome',
    'região da sede',
    'programa',
    'nível',
    'proposto',
    'previsto',
    'segurado por',
    'pedidos',
    'próximo nível',
    'situação',
  ],
};
