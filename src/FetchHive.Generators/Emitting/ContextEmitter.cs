using System.Collections.Generic;

using FetchHive.Generators.Model;

namespace FetchHive.Generators.Emitting;

/// <summary>
/// Writes the class with what comes from the user's own context. It is a class of its own, so that other methods neither pay for the
/// context nor fail because of it.
/// </summary>
internal static class ContextEmitter
{
    private const string Options = nameof(Options);

    public static void Emit(SourceWriter writer, ContractModel contract, ClientNames names)
    {
        if (contract.JsonContext is null)
        {
            return;
        }

        List<string> fields = [.. InputFields(contract, names), .. OutputFields(contract, names)];
        if (fields.Count == 0)
        {
            return;
        }

        writer.Line();
        using (writer.Open($"private static class {names.Contexts}"))
        {
            writer.Line(
                $"private static readonly {Known.SerializerOptions} {Options} = "
                    + $"{Known.OutputJson}.CreateContextOptions({contract.JsonContext}.Default, {Known.NamingRule}.{contract.Naming});");
            foreach (string field in fields)
            {
                writer.Line();
                writer.Line("internal static readonly " + field);
            }
        }
    }

    private static IEnumerable<string> InputFields(ContractModel contract, ClientNames names)
    {
        bool[] used = UsedInputTypes.Of(contract);
        for (int i = 0; i < contract.InputTypes.Length; i++)
        {
            InputType type = contract.InputTypes[i];
            if (used[i] && type.Kind == InputKind.Context)
            {
                yield return $"{Known.Metadata}JsonTypeInfo<{type.Name}> {names.TypeInfoOf(i)} = "
                    + $"{Known.OutputJson}.GetTypeInfo<{type.Name}>({Options});";
            }
        }
    }

    private static IEnumerable<string> OutputFields(ContractModel contract, ClientNames names)
    {
        foreach (ReaderModel reader in OutputEmitter.ReadersOf(contract, names))
        {
            if (OutputEmitter.IsOfContext(reader, contract))
            {
                yield return $"{Known.OutputReader}<{reader.TypeName}> {names.Reader(reader)} = "
                    + $"{Known.OutputReader}.Json<{reader.TypeName}>({Options}, {OutputEmitter.Choices(reader)});";
            }
        }
    }
}
