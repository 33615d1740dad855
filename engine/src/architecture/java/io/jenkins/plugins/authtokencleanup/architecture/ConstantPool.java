package io.jenkins.plugins.authtokencleanup.architecture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The string constants of a class file: section 4.4 of the Java Virtual Machine Specification. */
final class ConstantPool {
    private static final int MAGIC = 0xcafebabe;

    private ConstantPool() {}

    static List<String> strings(Path classFile) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(classFile)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(classFile + " is no class file");
            }
            in.readInt();
            int count = in.readUnsignedShort();
            String[] texts = new String[count];
            List<Integer> strings = new ArrayList<>();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts[i] = in.readUTF();
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.readInt();
                    case 5, 6 -> {
                        in.readLong();
                        i++; // takes two places
                    }
                    case 8 -> strings.add(in.readUnsignedShort());
                    case 7, 16, 19, 20 -> in.readUnsignedShort();
                    case 15 -> {
                        in.readUnsignedByte();
                        in.readUnsignedShort();
                    }
                    default -> throw new IOException(classFile + " has a constant of the unknown kind " + tag);
                }
            }
            return strings.stream().map(index -> texts[index]).toList();
        }
    }
}
