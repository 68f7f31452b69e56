/** What bin/launcher of a Trino tarball starts. */
public class Start {
  public static void main(String[] version) {
    new io.trino.server.Server().start(version[0]);
  }
}
