package io.jenkins.plugins.authtokencleanup.wire;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** The texts of all objects of ours that can be reached from one: what a debugger, a log line or an error may print. */
final class Everything {
    private static final String OURS = "io.jenkins.plugins.authtokencleanup.engine";
    private static final int MOST = 20_000;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();
    private final StringBuilder texts = new StringBuilder();

    private Everything() {}

    static String inReachOf(Object... roots) {
        Everything everything = new Everything();
        for (Object root : roots) {
            everything.visit(root);
        }
        while (!everything.open.isEmpty() && everything.seen.size() < MOST) {
            everything.describe(everything.open.poll());
        }
        return everything.texts.toString();
    }

    private void visit(Object object) {
        if (object instanceof Collection<?> many) {
            many.forEach(this::visit);
        } else if (object instanceof Map<?, ?> map) {
            map.keySet().forEach(this::visit);
            map.values().forEach(this::visit);
        } else if (object != null && object.getClass().isArray() && object instanceof Object[]) {
            for (int i = 0; i < Array.getLength(object); i++) {
                visit(Array.get(object, i));
            }
        } else if (object != null && object.getClass().getName().startsWith(OURS) && seen.add(object)) {
            open.add(object);
        }
    }

    private void describe(Object object) {
        texts.append(object).append('\n');
        for (Class<?> type = object.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && type.getName().startsWith(OURS)) {
                    visit(valueOf(field, object));
                }
            }
        }
    }

    private static Object valueOf(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
