using System.Collections.Generic;

using FetchHive.Generators.Model;

namespace FetchHive.Generators.Emitting;

/// <summary>Writes what is added to the interface itself: <c>Create</c> and the callback contracts.</summary>
internal static class InterfaceEmitter
{
    public static bool WritesPart(ContractModel contract) => contract.CanExtendInterface && contract.Target.StaticInterfaceMembers;

    /// <summary>Whether the interface gets <c>Create</c>. One that declares a member of this name doesn't.</summary>
    public static bool WritesCreate(ContractModel contract) => WritesPart(contract) && !Contains(contract.OwnMembers, "Create");

    public static void Emit(SourceWriter writer, ContractModel contract)
    {
        using (writer.Open($"partial interface {contract.Name}"))
        {
            bool writesCreate = WritesCreate(contract);
            if (writesCreate)
            {
                WriteCreate(writer, contract, contract.FullName, "public static", "Create", $"{Known.Client} client");
            }

            WriteContracts(writer, contract, isFirst: !writesCreate);
        }
    }

    public static void WriteCreate(
        SourceWriter writer, ContractModel contract, string type, string modifiers, string name, string parameters, string obsolete = "")
    {
        writer.Line(
            $"/// <summary>Creates a client of the deployment {Docs.Code(contract.Deployment)}, variant "
                + $"{Docs.Code(contract.Variant)}.</summary>");
        writer.Line("/// <param name=\"client\">The client that sends the requests. It is shared, and the caller disposes it.</param>");
        writer.Line(
            "/// <exception cref=\"global::System.ArgumentNullException\"><paramref name=\"client\"/> is <see "
                + "langword=\"null\"/>.</exception>");
        writer.Line(Known.GeneratedCode);
        if (obsolete.Length > 0)
        {
            writer.Line(obsolete);
        }

        string body = contract.IsComplete ? $"new {ClientEmitter.FullNameOf(contract)}(client)" : ContractEmitter.ThrowingBody(contract);
        writer.Line($"{modifiers} {type} {name}({parameters}) => {body};");
    }

    /// <summary>Writes a property for each callback contract that the interface doesn't declare itself.</summary>
    public static void WriteContracts(SourceWriter writer, ContractModel contract, bool isFirst, string obsolete = "")
    {
        HashSet<string> written = [];
        foreach (MethodModel method in contract.Methods)
        {
            if (method.CallbackContract is not { } name || Contains(contract.OwnMembers, name) || !written.Add(name))
            {
                continue;
            }

            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            writer.Line($"/// <summary>The callback contract of <c>{method.Name}</c>. Pass it where callbacks are received.</summary>");
            writer.Line(Known.GeneratedCode);
            string mark = ObsoleteOf(contract, name) is { Length: > 0 } own ? own : obsolete;
            if (mark.Length > 0)
            {
                writer.Line(mark);
            }

            string body = contract.IsComplete ? $"{ClientEmitter.FullNameOf(contract)}.{name}" : ContractEmitter.ThrowingBody(contract);
            writer.Line($"public static {Known.CallbackContract}<{method.OutputTypeName}> {name} => {body};");
        }
    }

    /// <summary>A contract that several methods share is obsolete when all of them are.</summary>
    private static string ObsoleteOf(ContractModel contract, string name)
    {
        string obsolete = "";
        foreach (MethodModel method in contract.Methods)
        {
            if (method.CallbackContract == name)
            {
                if (method.Obsolete.Length == 0)
                {
                    return "";
                }

                obsolete = method.Obsolete;
            }
        }

        return obsolete;
    }

    private static bool Contains(EquatableArray<string> names, string name)
    {
        foreach (string candidate in names)
        {
            if (candidate == name)
            {
                return true;
            }
        }

        return false;
    }
}
