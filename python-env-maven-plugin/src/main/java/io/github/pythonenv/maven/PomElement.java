package io.github.pythonenv.maven;

import io.github.pythonenv.configuration.Setting;
import io.github.pythonenv.configuration.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** An element of a POM whose names are the keys of {@code python-env.json}. */
final class PomElement {

    private PomElement() {}

    /**
     * What is written in it.
     *
     * @param path the path of the setting that it is or is part of; empty for what holds settings
     * @param place where it stands, for a person
     * @param evaluated what a text means that may have expressions in it
     */
    static Written written(Xpp3Dom element, String path, String place, UnaryOperator<String> evaluated) {
        if (element.getChildCount() == 0) {
            String text = evaluated.apply(
                    Objects.requireNonNullElse(element.getValue(), "").strip());
            boolean nothing = path.isEmpty() && text.isEmpty();
            return nothing ? new Written.Fields(Map.of(), place) : new Written.Text(text, Written.Form.ANY, place);
        }
        List<Written> items = new ArrayList<>();
        Map<String, Written> fields = new LinkedHashMap<>();
        for (Xpp3Dom child : element.getChildren()) {
            Written value = written(
                    child,
                    path.isEmpty() ? child.getName() : path + "." + child.getName(),
                    place + "<" + child.getName() + ">",
                    evaluated);
            items.add(value);
            fields.put(child.getName(), value);
        }
        return Setting.isList(path) ? new Written.Items(items, place) : new Written.Fields(fields, place);
    }
}
