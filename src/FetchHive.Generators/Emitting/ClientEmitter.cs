using System.Collections.Generic;

using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Text;

namespace FetchHive.Generators.Emitting;

/// <summary>Writes the implementation: a sealed class that writes request bodies and passes them to the runtime.</summary>
internal static class ClientEmitter
{
    /// <summary>
    /// The implementation's fully qualified name. The class is declared next to the interface, so that names mean the same in both.
    /// </summary>
    public static string FullNameOf(ContractModel contract)
    {
        int end = contract.FullName.LastIndexOf('.');
        int start = end < 0 ? "global::".Length : end + 1;
        return contract.FullName.Substring(0, start) + contract.ImplementationName;
    }

    public static void Emit(SourceWriter writer, ContractModel contract)
    {
        ClientNames names = new(contract);
        string className = contract.ImplementationName;

        writer.Line(Known.ExcludeFromCoverage);
        if (contract.UsesRemoved)
        {
            writer.Line("// Only obsolete code can use what is obsolete as an error.");
            writer.Line(Obsolescence.Attribute);
        }

        using (writer.Open($"{contract.ImplementationAccess} sealed class {className} : {contract.FullName}"))
        {
            writer.Line($"private readonly {Known.Client} {names.Client};");
            writer.Line();
            using (writer.Open($"public {className}({Known.Client} client)"))
            {
                writer.Line($"this.{names.Client} = client ?? throw new global::System.ArgumentNullException(\"client\");");
            }

            foreach (MethodModel method in contract.Methods)
            {
                writer.Line();
                new MethodEmitter(writer, contract, names).Emit(method);
            }

            new ToolEmitter(writer, contract, names).Emit();
            new InputTypeEmitter(writer, contract, names).Emit();
            OutputEmitter.Emit(writer, contract, names);
            ContextEmitter.Emit(writer, contract, names);
            WriteDeployment(writer, contract, names);
            WriteContracts(writer, contract, names);
        }
    }

    private static void WriteContracts(SourceWriter writer, ContractModel contract, ClientNames names)
    {
        HashSet<string> written = [];
        foreach (MethodModel method in contract.Methods)
        {
            if (method.CallbackContract is { } name && written.Add(name))
            {
                string type = $"{Known.CallbackContract}<{method.OutputTypeName}>";
                writer.Line();
                writer.Line(
                    $"internal static readonly {type} {name} = new {type}({names.Deployment}, "
                        + $"{Literals.Text(method.Name.TrimStart('@'))}, {OutputEmitter.ReaderOf(method, contract, names)});");
            }
        }
    }

    /// <summary>Writes the deployment with the JSON names in its requests, which are collected while the rest is written.</summary>
    private static void WriteDeployment(SourceWriter writer, ContractModel contract, ClientNames names)
    {
        writer.Line();
        writer.Line($"private static readonly {Known.Deployment} {names.Deployment} = new {Known.Deployment}(");
        using (writer.Continue())
        {
            writer.Line($"{Literals.Text(contract.Deployment)},");
            writer.Line($"{Literals.Text(contract.Variant)}{(names.JsonNames.Count == 0 ? ");" : ",")}");
            for (int i = 0; i < names.JsonNames.Count; i++)
            {
                string end = i == names.JsonNames.Count - 1 ? ");" : ",";
                writer.Line($"{Literals.Text(names.JsonNames[i])}{end}");
            }
        }
    }
}
