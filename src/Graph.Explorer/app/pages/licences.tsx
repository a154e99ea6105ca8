import packages from 'virtual:licences';
import { Page, useTitle } from '../parts/page';

/** What the explorer is made of, and on what terms. */
export function LicencesPage() {
  useTitle('Licences');
  return (
    <Page title="Licences">
      <p>The explorer is made with these packages; their authors' terms follow. Nothing of it is loaded from elsewhere.</p>
      {packages.map(({ name, version, licence, text }) => (
        <details key={name + version}>
          <summary>
            <strong>{name}</strong> {version} <span class="quiet">{licence}</span>
          </summary>
          <pre>{text || `Its package tells its licence as ${licence} and holds no text of it.`}</pre>
        </details>
      ))}
    </Page>
  );
}
