package cn.jinniu.bangban.engine.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AbstractClassTypeDeclarationDescr;
import org.drools.drl.ast.descr.AccumulateImportDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.EnumDeclarationDescr;
import org.drools.drl.ast.descr.EnumLiteralDescr;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.FunctionImportDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QualifiedName;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;

/** Checks what a rule file declares around its rules: imports, globals, types and functions. */
final class DeclarationCheck {
    private static final Offered OFFERED = Offered.all();

    private static final Set<String> WHOLE_PACKAGES =
            Set.of("java.math.*", "java.time.*", "java.util.*", "java.util.function.*", "java.util.stream.*");

    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)*");
    private static final Set<String> TAKEN_PACKAGES =
            Set.of("java", "javax", "jdk", "sun", "com", "org", "net", "io", "cn", "jakarta", "ch", "freemarker");

    private final Findings findings;
    private final KnownNames names;

    DeclarationCheck(Findings findings, KnownNames names) {
        this.findings = findings;
        this.names = names;
    }

    void check(PackageDescr content) {
        packageName(content.getName());
        content.getImports().forEach(this::imported);
        content.getFunctionImports().forEach(this::importedFunction);
        content.getAccumulateImports().forEach(this::importedAccumulate);
        content.getGlobals().forEach(this::global);
        content.getTypeDeclarations().forEach(this::type);
        content.getEnumDeclarations().forEach(this::enumeration);
        content.getFunctions().forEach(this::function);
        if (content.getUnit() != null) {
            findings.add(0, "规则文件不能使用 unit；请删去", "a rule file has no unit; remove it");
        }
        for (BaseDescr declared : content.getEntryPointDeclarations()) {
            refuse(declared, "entry-point", "声明 entry-point", "declare an entry-point");
        }
        for (BaseDescr declared : content.getWindowDeclarations()) {
            refuse(declared, "window", "声明 window", "declare a window");
        }
    }

    private int place(BaseDescr part, String piece) {
        return Character.isJavaIdentifierStart(piece.charAt(0))
                ? findings.findWord(piece, part.getStartCharacter())
                : findings.find(piece, part.getStartCharacter());
    }

    private void refuse(BaseDescr part, String piece, String zh, String en) {
        findings.add(place(part, piece), "规则文件不能" + zh + "；请删去", "a rule file may not " + en + "; remove it");
    }

    private void packageName(String name) {
        if (name == null || name.isEmpty()) {
            return;
        }
        int dot = name.indexOf('.');
        if (!PACKAGE.matcher(name).matches() || TAKEN_PACKAGES.contains(dot < 0 ? name : name.substring(0, dot))) {
            findings.add(
                    findings.find(name, findings.find("package", 0)),
                    "package 不能是“" + name + "”；请删去这一行，或者与 vocabulary.drl 一致",
                    "the package cannot be \"" + name + "\"; remove the line, or write it as vocabulary.drl does");
        }
    }

    private void imported(ImportDescr imported) {
        String target = imported.getTarget();
        if (OFFERED.type(target) == null && !WHOLE_PACKAGES.contains(target)) {
            findings.add(
                    place(imported, target),
                    "规则文件不能引入“" + target + "”；请删去，可以使用的见 vocabulary.drl",
                    "a rule file may not import \"" + target
                            + "\"; remove it, vocabulary.drl lists what rules may use");
        }
    }

    private void importedFunction(FunctionImportDescr imported) {
        String target = imported.getTarget();
        int dot = target.lastIndexOf('.');
        Class<?> owner = dot < 0 ? null : OFFERED.type(target.substring(0, dot));
        String function = target.substring(dot + 1);
        if (owner == null || !OFFERED.hasStatic(owner, function)) {
            findings.add(
                    place(imported, target),
                    "规则文件不能引入函数“" + target + "”；请删去，可以使用的函数见 vocabulary.drl",
                    "a rule file may not import the function \"" + target
                            + "\"; remove it, vocabulary.drl lists the functions rules may use");
        }
    }

    private void importedAccumulate(AccumulateImportDescr imported) {
        if (!OfferedTypes.ACCUMULATE.equals(Map.entry(imported.getTarget(), imported.getFunctionName()))) {
            findings.add(
                    place(imported, imported.getTarget()),
                    "规则文件不能引入汇总函数“" + imported.getTarget() + "”；请删去",
                    "a rule file may not import the accumulate function \"" + imported.getTarget() + "\"; remove it");
        }
    }

    private void global(GlobalDescr global) {
        Class<?> offered = OfferedTypes.GLOBALS.get(global.getIdentifier());
        Class<?> written = OFFERED.type(global.getType());
        Class<?> type = written == null ? OFFERED.simple(global.getType()) : written;
        if (offered == null || !offered.equals(type)) {
            findings.add(
                    place(global, global.getIdentifier()),
                    "没有全局对象“" + global.getType() + " " + global.getIdentifier() + "”；请删去，可以使用的见 vocabulary.drl",
                    "there is no global \"" + global.getType() + " " + global.getIdentifier()
                            + "\"; remove it, vocabulary.drl lists those there are");
        }
    }

    private void type(TypeDeclarationDescr type) {
        declared(type);
        if (type.isTrait()) {
            refuse(type, "trait", "声明 trait", "declare a trait");
        }
        if (type.getSuperTypes() != null) {
            for (QualifiedName parent : type.getSuperTypes()) {
                if (!names.isDeclared(parent.getFullName())) {
                    refuse(
                            type,
                            parent.getName(),
                            "从“" + parent.getFullName() + "”派生事实",
                            "derive a fact from \"" + parent.getFullName() + "\"");
                }
            }
        }
    }

    private void enumeration(EnumDeclarationDescr type) {
        declared(type);
        for (EnumLiteralDescr literal : type.getLiterals()) {
            for (String argument : literal.getConstructorArgs()) {
                if (!isLiteral(argument)) {
                    refuse(
                            type,
                            argument,
                            "在枚举里写“" + argument + "”，只能写数字和文字",
                            "say \"" + argument + "\" in an enum, only numbers and texts");
                }
            }
        }
    }

    private void declared(AbstractClassTypeDeclarationDescr type) {
        String name = type.getTypeName();
        if (!String.valueOf(type.getType().getNamespace()).matches("|null") || OFFERED.simple(name) != null) {
            refuse(type, name, "重新声明“" + name + "”，这个名称已有所指", "declare \"" + name + "\" again, the name is taken");
        }
        annotations(type, Set.of());
        for (TypeFieldDescr field : type.getFields().values()) {
            annotations(field, Set.of("key", "Key"));
            if (field.getInitExpr() != null && !field.getInitExpr().isBlank()) {
                refuse(
                        field.getStartCharacter() < 0 ? type : field,
                        field.getInitExpr(),
                        "给字段“" + field.getFieldName() + "”写默认值，请在新建事实时给出",
                        "give the field \"" + field.getFieldName() + "\" a default, say it where the fact is created");
            }
            String of = field.getPattern() == null ? "" : field.getPattern().getObjectType();
            wordsOf(of, findings.findWord(of, place(type, field.getFieldName())));
        }
    }

    private static boolean isLiteral(String text) {
        List<Token> tokens = Tokens.of(text);
        int first = tokens.get(0).is("-") ? 1 : 0;
        Token token = tokens.get(first);
        return tokens.size() == first + 2
                && (token.kind() == Token.Kind.NUMBER
                        || token.kind() == Token.Kind.STRING && first == 0
                        || token.isName("true")
                        || token.isName("false"));
    }

    private void annotations(AnnotatedBaseDescr annotated, Set<String> allowed) {
        for (AnnotationDescr annotation : annotated.getAnnotations()) {
            if (!allowed.contains(annotation.getName())
                    || !annotation.getValueMap().isEmpty()) {
                refuse(
                        annotated,
                        "@" + annotation.getName(),
                        "使用注解 @" + annotation.getName(),
                        "use the annotation @" + annotation.getName());
            }
        }
    }

    private void wordsOf(String type, int place) {
        new WordCheck(findings, names, Set.of(), false).check(Tokens.of(type), place);
    }

    private void function(FunctionDescr function) {
        int start = Math.max(0, function.getStartCharacter());
        if (function.getDialect() != null
                && !function.getDialect().equals("java")
                && !function.getDialect().isEmpty()) {
            refuse(
                    function,
                    function.getName(),
                    "用 " + function.getDialect() + " 写函数",
                    "write a function in " + function.getDialect());
        }
        if (!WordCheck.isVariableName(function.getName())
                || Set.of("insert", "update", "modify", "delete", "retract").contains(function.getName())
                || function.getName().contains("__")) {
            refuse(
                    function,
                    function.getName(),
                    "把函数叫做“" + function.getName() + "”，这个名称已有所指",
                    "call a function \"" + function.getName() + "\", the name is taken");
        }
        String returned = String.valueOf(function.getReturnType());
        wordsOf(returned, findings.findWord(returned, start));
        function.getParameterTypes().forEach(type -> wordsOf(type, findings.findWord(type, start)));
        String body = function.getBody();
        if (body != null) {
            Set<String> parameters = new HashSet<>(function.getParameterNames());
            new CodeCheck(findings, names).check(body, findings.find(body, start), parameters);
        }
    }
}
