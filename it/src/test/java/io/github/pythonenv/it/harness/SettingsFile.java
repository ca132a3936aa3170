package io.github.pythonenv.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The global settings of the builds under test: those of the Maven that runs the tests, and with them the local
 * repository of the one who runs them as the first remote one, so that nothing is downloaded twice.
 */
public final class SettingsFile {

    static final String SEED = "already-on-this-machine";

    private static final Path FILE = write();

    private SettingsFile() {}

    static Path get() {
        return FILE;
    }

    /** What a Maven is told that takes all from where the builds under test take it. */
    public static List<String> options() {
        List<String> options = new ArrayList<>(List.of("--global-settings=" + FILE));
        Path user = Settings.settings("user");
        if (Files.exists(user)) {
            options.add("--settings=" + user);
        }
        return options;
    }

    private static Path write() {
        try {
            Document settings = existing(Settings.settings("global"));
            Element root = settings.getDocumentElement();
            add(section(root, "pluginGroups"), "pluginGroup", "io.github.pythonenv");
            add(section(root, "activeProfiles"), "activeProfile", SEED);
            Element profile = add(section(root, "profiles"), "profile", "");
            add(profile, "id", SEED);
            describeSeed(add(add(profile, "repositories", ""), "repository", ""));
            describeSeed(add(add(profile, "pluginRepositories", ""), "pluginRepository", ""));
            Path file = Files.createDirectories(Settings.target()).resolve("settings.xml");
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(settings), new StreamResult(file.toFile()));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException | TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void describeSeed(Element repository) {
        add(repository, "id", SEED);
        add(repository, "url", Path.of(Settings.of("user.repository")).toUri().toString());
        Element releases = add(repository, "releases", "");
        add(releases, "updatePolicy", "never");
        add(releases, "checksumPolicy", "ignore");
        add(add(repository, "snapshots", ""), "enabled", "false");
    }

    private static Document existing(Path file) throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        if (Files.exists(file)) {
            return builder.parse(file.toFile());
        }
        Document empty = builder.newDocument();
        empty.appendChild(empty.createElement("settings"));
        return empty;
    }

    private static Element section(Element root, String name) {
        for (var node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return add(root, name, "");
    }

    private static Element add(Element parent, String name, String text) {
        // In the parent's namespace, or else the serializer writes xmlns="" and Maven no longer knows the element.
        Element child = parent.getOwnerDocument().createElementNS(parent.getNamespaceURI(), name);
        child.setTextContent(text);
        parent.appendChild(child);
        return child;
    }
}
