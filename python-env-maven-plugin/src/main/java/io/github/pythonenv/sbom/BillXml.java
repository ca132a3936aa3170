package io.github.pythonenv.sbom;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A bill as XML. Source: CycloneDX 1.6, {@code bom-1.6.xsd}, which also says the order of elements. */
public final class BillXml {

    private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/1.6";

    private final XMLStreamWriter xml;

    private BillXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The document. */
    public static String text(Bill bill) {
        StringWriter text = new StringWriter();
        try {
            // The JDK's own, whatever else is on the class path of a build.
            new BillXml(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text)).write(bill);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.append('\n').toString();
    }

    private void write(Bill bill) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("bom");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("version", "1");
        xml.writeStartElement("metadata");
        xml.writeStartElement("tools");
        xml.writeStartElement("components");
        component(bill.tool());
        end(2);
        component(bill.subject());
        end(1);
        xml.writeStartElement("components");
        for (Component part : bill.parts()) {
            component(part);
        }
        end(1);
        xml.writeStartElement("dependencies");
        for (var entry : bill.needs().entrySet()) {
            xml.writeStartElement("dependency");
            xml.writeAttribute("ref", entry.getKey());
            for (String needed : entry.getValue()) {
                xml.writeEmptyElement("dependency");
                xml.writeAttribute("ref", needed);
            }
            end(1);
        }
        end(2);
        xml.writeEndDocument();
        xml.close();
    }

    private void component(Component part) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("component");
        xml.writeAttribute("type", part.type());
        xml.writeAttribute("bom-ref", part.purl());
        element("group", part.group());
        element("name", part.name());
        element("version", part.version());
        element("description", part.description());
        if (part.sha256().isPresent()) {
            xml.writeStartElement("hashes");
            xml.writeStartElement("hash");
            xml.writeAttribute("alg", "SHA-256");
            xml.writeCharacters(part.sha256().get());
            end(2);
        }
        if (!part.license().isEmpty()) {
            xml.writeStartElement("licenses");
            if (part.spdx()) {
                element("expression", part.license());
            } else {
                xml.writeStartElement("license");
                element("name", part.license());
                end(1);
            }
            end(1);
        }
        element("purl", part.purl());
        if (part.url().isPresent()) {
            xml.writeStartElement("externalReferences");
            xml.writeStartElement("reference");
            xml.writeAttribute("type", "distribution");
            element("url", part.url().get());
            end(2);
        }
        end(1);
    }

    private void element(String name, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            xml.writeStartElement(name);
            // What XML 1.0 does not allow, a package's author may have written.
            xml.writeCharacters(text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", ""));
            end(1);
        }
    }

    private void end(int elements) throws XMLStreamException {
        for (int i = 0; i < elements; i++) {
            xml.writeEndElement();
        }
    }
}
