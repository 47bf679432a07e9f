using System.Collections.Generic;

using FetchHive.Generators.Model;

namespace FetchHive.Generators.Emitting;

/// <summary>Writes the readers of outputs: which there are, and the metadata that System.Text.Json needs to read them without reflection.</summary>
internal static class OutputEmitter
{
    // Names inside the class of readers.
    public const string Options = nameof(Options);
    public const string ContextOptionsField = "ContextOptions";
    public const string Resolver = nameof(Resolver);

    /// <summary>The expression of a method's reader.</summary>
    public static string ReaderOf(MethodModel method, ClientNames names) => method.Output switch
    {
        OutputForm.Text => $"{Known.OutputReader}.{(method.OutputAcceptsNull ? "NullableText" : "Text")}",
        OutputForm.Image => $"{Known.OutputReader}.{(method.OutputAcceptsNull ? "NullableImage" : "Image")}",
        _ => $"{names.Outputs}.{names.OutputReader(method)}",
    };

    /// <summary>The options of the user's own context.</summary>
    public static string ContextOptions(ContractModel contract, string modifier, string field) =>
        $"{modifier} static readonly {Known.SerializerOptions} {field} = {Known.OutputJson}.CreateOptions({contract.JsonContext}.Default, {Known.NamingRule}.{contract.Naming});";

    public static void Emit(SourceWriter writer, ContractModel contract, ClientNames names)
    {
        List<MethodModel> methods = [];
        HashSet<string> readers = [];
        bool usesContext = false;
        bool usesMetadata = false;
        foreach (MethodModel method in contract.Methods)
        {
            if (method.Output != OutputForm.Json || !readers.Add(names.OutputReader(method)))
            {
                continue;
            }

            methods.Add(method);
            bool isContext = contract.OutputTypes[method.OutputType].Kind == OutputTypeKind.Context;
            usesContext |= isContext;
            usesMetadata |= !isContext;
        }

        if (methods.Count == 0)
        {
            return;
        }

        writer.Line();
        using (writer.Open($"private static class {names.Outputs}"))
        {
            if (usesContext)
            {
                writer.Line(ContextOptions(contract, "private", ContextOptionsField));
            }

            if (usesMetadata)
            {
                string context = contract.JsonContext is null ? "" : $"{contract.JsonContext}.Default, ";
                writer.Line(
                    $"private static readonly {Known.SerializerOptions} {Options} = {Known.OutputJson}.CreateOptions(new {Resolver}(), {context}{Known.NamingRule}.{contract.Naming});");
            }

            foreach (MethodModel method in methods)
            {
                string options = contract.OutputTypes[method.OutputType].Kind == OutputTypeKind.Context ? ContextOptionsField : Options;
                string type = method.OutputTypeName;
                writer.Line();
                string reader = names.OutputReader(method);

                // Made when the method is first called, so that no other method pays for its metadata or fails because of it.
                writer.Line($"private static {Known.OutputReader}<{type}>? _{reader};");
                writer.Line();
                writer.Line($"internal static {Known.OutputReader}<{type}> {reader} =>");
                string acceptsNull = method.OutputAcceptsNull ? "true" : "false";
                string items = method.OutputNonNullItems == 0 ? "" : $", nonNullItems: {OutputMetadataEmitter.NonNullItems(method.OutputNonNullItems)}";
                using (writer.Continue())
                {
                    writer.Line(
                        $"_{reader} ??= {Known.OutputReader}.Json<{type}>({Known.OutputJson}.GetTypeInfo<{type}>({options}), acceptsNull: {acceptsNull}{items});");
                }
            }

            if (usesMetadata)
            {
                writer.Line();
                new OutputMetadataEmitter(writer, contract, names).Emit();
            }
        }
    }
}
