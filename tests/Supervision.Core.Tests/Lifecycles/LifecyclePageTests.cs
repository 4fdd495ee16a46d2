using System.Text;
using Supervision.Cases;
using Supervision.Catalog;
using Supervision.Inspections;
using Supervision.Lifecycles;
using Supervision.Matters;

namespace Supervision.Core.Tests.Lifecycles;

// Goal: the printed life-cycles are those of the code. SUPERVISION_APPROVE=1 rewrites the pages; read the diff.
public sealed class LifecyclePageTests
{
    [Fact]
    public void Page_OfTheTask_IsTheTable() => AssertPage("task.md", "Inspection task 检查任务", TaskLifecycle.Table);

    [Fact]
    public void Page_OfTheCase_IsTheTable() => AssertPage("case.md", "Penalty case 行政处罚案件", CaseLifecycle.Table);

    [Fact]
    public void Page_OfTheItem_IsTheTable() => AssertPage("item.md", "Item of the catalogue 监管事项", ItemLifecycle.Table);

    [Fact]
    public void Page_OfTheWarning_IsTheTable() => AssertPage("warning.md", "Risk warning 风险预警", MatterLifecycles.Warning);

    [Fact]
    public void Page_OfTheEvent_IsTheTable() => AssertPage("event.md", "Event of the coordination centre 协同事件", MatterLifecycles.Event);

    [Fact]
    public void Page_OfTheCommitment_IsTheTable() => AssertPage("commitment.md", "Licence by a promise 告知承诺", MatterLifecycles.Commitment);

    [Fact]
    public void Page_OfTheListEntry_IsTheTable() => AssertPage("list-entry.md", "Entry of a list 名单", MatterLifecycles.ListEntry);

    [Fact]
    public void Page_OfThePointNotice_IsTheTable() => AssertPage("point-notice.md", "Point notice 记分告知单", MatterLifecycles.PointNotice);

    [Fact]
    public void Page_OfTheSelfTask_IsTheTable() => AssertPage("self-task.md", "Task of self-governance 主体自治任务", MatterLifecycles.SelfTask);

    [Fact]
    public void Page_OfThePush_IsTheTable() => AssertPage("push.md", "Push to subjects 精准推送", MatterLifecycles.Push);

    [Fact]
    public void Page_OfTheReceipt_IsTheTable() => AssertPage("receipt.md", "Receipt 回执", MatterLifecycles.Receipt);

    private static void AssertPage<TState, TTrigger, TContext>(
        string file, string title, Lifecycle<TState, TTrigger, TContext> table)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        var path = SharedData.InRepository("docs", "reference", "lifecycles", file);
        var text = Print(title, table);
        if (Environment.GetEnvironmentVariable("SUPERVISION_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.Equal(text, File.ReadAllText(path));
    }

    private static string Print<TState, TTrigger, TContext>(string title, Lifecycle<TState, TTrigger, TContext> table)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        var page = new StringBuilder($"# {title}\n\nPrinted from the code; a test keeps both equal.\n\n```mermaid\n{table.ToMermaid()}```\n\n");
        page.Append("| From | Trigger | To | Guards | Provision |\n| --- | --- | --- | --- | --- |\n");
        foreach (var step in table)
        {
            page.Append($"| {step.From} | {step.Trigger} | {step.To} | {string.Join("; ", step.Guards.Select(guard => guard.Name))} | {step.Basis} |\n");
        }

        return page.ToString();
    }
}
