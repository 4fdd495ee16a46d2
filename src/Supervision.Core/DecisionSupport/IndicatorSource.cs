namespace Supervision.DecisionSupport;

/// <summary>What an indicator counts, and by which day it falls into a period.</summary>
public enum IndicatorSource
{
    /// <summary>Inspections 检查, by the civil day of their record.</summary>
    Visits = 1,

    /// <summary>Tasks, done or not, by their last day.</summary>
    DueTasks = 2,

    /// <summary>Orders to correct 责令改正, by their last day.</summary>
    Orders = 3,

    /// <summary>
    /// Times that somebody entered 进门: all inspections of one subject on one day are one. It belongs to an area, not to an agency: two
    /// agencies that come together enter once.
    /// </summary>
    Doors = 4,

    /// <summary>Risk warnings 风险预警, by the day on which they were raised; they belong to the agency that raised them.</summary>
    Warnings = 5,

    /// <summary>Events of the coordination centre 协同事件, by the day on which they began; they belong to the agency that reported them.</summary>
    Events = 6,

    /// <summary>Officers whose certificate was valid on the last day of the period, as they are registered now.</summary>
    Officers = 7,

    /// <summary>Credit events 信用事件, by the day on which they occurred; they belong to an area, not to an agency.</summary>
    CreditEvents = 8,

    /// <summary>Publications that a penalty decision asks for 行政处罚信息公示, made or not, by their last day as it was counted with the case's last step.</summary>
    Publications = 9,

    /// <summary>
    /// Readings 监测数据 that monitoring points were to send, by their day; they belong to an area, not to an agency. One that did not come counts once the
    /// days for mending gaps are over (<see cref="IndicatorPeriod.GapsTo"/>).
    /// </summary>
    Readings = 10,
}
