import com.google.inject.util.Modules;
import io.trino.filesystem.local.LocalFileSystemFactory;
import io.trino.plugin.hive.InternalHiveConnectorFactory;
import io.trino.spi.Plugin;
import io.trino.spi.connector.Connector;
import io.trino.spi.connector.ConnectorContext;
import io.trino.spi.connector.ConnectorFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trino's own hive connector, given Trino's own local file system, so that no Hadoop need be installed. local:///x is /x. */
public class LocalHive implements Plugin, ConnectorFactory {
  @Override
  public Iterable<ConnectorFactory> getConnectorFactories() {
    return List.of(this);
  }

  @Override
  public String getName() {
    return "hive_on_local_files";
  }

  @Override
  public Connector create(String catalog, Map<String, String> config, ConnectorContext context) {
    return InternalHiveConnectorFactory.createConnector(
        catalog, config, context, Modules.EMPTY_MODULE,
        Optional.empty(), Optional.of(new LocalFileSystemFactory(Path.of("/"))), Optional.empty());
  }
}
